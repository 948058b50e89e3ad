// Reads a text character by character with a small state machine: words, vowels, numbers and their digits, lines.
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

const defaultN = 10

const (
	outside = iota
	inWord
	inNumber
)

const sentence = "The 12 quick brown foxes, 345 in all, jump over 6 lazy dogs; nobody counted them before 1987.\n"

func isLetter(c rune) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func isVowel(c rune) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'
}

func scan(text string) string {
	state := outside
	wordTotal, vowelTotal, numberTotal, digitTotal, lineTotal := 0, 0, 0, 0, 0
	for _, c := range text {
		if isLetter(c) {
			if state != inWord {
				wordTotal++
			}
			if isVowel(c) {
				vowelTotal++
			}
			state = inWord
		} else if c >= '0' && c <= '9' {
			if state != inNumber {
				numberTotal++
			}
			digitTotal++
			state = inNumber
		} else {
			if c == '\n' {
				lineTotal++
			}
			state = outside
		}
	}
	return fmt.Sprintf("%d words, %d vowels, %d numbers, %d digits, %d lines",
		wordTotal, vowelTotal, numberTotal, digitTotal, lineTotal)
}

func benchmark(n int) string {
	return scan(strings.Repeat(sentence, n))
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
