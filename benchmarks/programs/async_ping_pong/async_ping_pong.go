// Two goroutines hand a number to and fro over channels.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 100

func pong(questions, answers chan int) {
	for number := range questions {
		answers <- (number*3 + 1) % 1000003
	}
}

func ping(rounds int, questions, answers chan int) int {
	number := 1
	for i := 0; i < rounds; i++ {
		questions <- number + i
		number = <-answers
	}
	close(questions)
	return number
}

func benchmark(n int) int {
	questions, answers := make(chan int), make(chan int)
	go pong(questions, answers)
	return ping(n, questions, answers)
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
