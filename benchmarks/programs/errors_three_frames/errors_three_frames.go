// Every fourth round an error crosses three functions before it is handled.
// Go has no try: the error is a second result.
package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 100

func parseDigit(number int) (int, error) {
	if number%4 == 0 {
		return 0, errors.New("no digit here")
	}
	return number % 10, nil
}

func parseNumber(number int) (int, error) {
	digit, err := parseDigit(number)
	if err != nil {
		return 0, err
	}
	return digit*10 + 1, nil
}

func parseLine(number int) (int, error) {
	found, err := parseNumber(number)
	if err != nil {
		return 0, err
	}
	return found + number%3, nil
}

func benchmark(n int) int {
	total := 0
	failures := 0
	for i := 0; i < n; i++ {
		found, err := parseLine(i)
		if err == nil {
			total = (total + found) % 1000003
		} else {
			failures = failures + len(err.Error())
		}
	}
	return total + failures
}

func main() {
	settings := []int{defaultN, 0, 1}
	for i := range settings {
		if i+1 < len(os.Args) {
			settings[i], _ = strconv.Atoi(os.Args[i+1])
		}
	}
	warmup := settings[1]
	var result any
	for step := 0; step < warmup+settings[2]; step++ {
		start := time.Now()
		result = benchmark(settings[0])
		elapsed := time.Since(start)
		if step >= warmup {
			fmt.Printf("time_ms: %f\n", float64(elapsed.Nanoseconds())/1e6)
		}
	}
	fmt.Printf("result: %v\n", result)
}
