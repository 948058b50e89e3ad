// Counts the words of the first n lines of the text file named by BENCHMARK_TEXT.
package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

const defaultN = 100

func benchmark(n int) string {
	text, err := os.ReadFile(os.Getenv("BENCHMARK_TEXT"))
	if err != nil {
		panic(err)
	}
	counts := map[string]int{}
	wordTotal := 0
	remaining := n
	for _, line := range strings.Split(string(text), "\n") {
		if remaining == 0 {
			break
		}
		remaining = remaining - 1
		for _, word := range strings.Fields(strings.ToLower(line)) {
			wordTotal = wordTotal + 1
			if _, found := counts[word]; found {
				counts[word] = counts[word] + 1
			} else {
				counts[word] = 1
			}
		}
	}
	best := ""
	bestCount := 0
	for word, times := range counts {
		if times > bestCount || times == bestCount && word < best {
			best = word
			bestCount = times
		}
	}
	return fmt.Sprintf("%d words, %d different, most frequent: %s (%d)", wordTotal, len(counts), best, bestCount)
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
