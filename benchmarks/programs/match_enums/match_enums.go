// Expressions as structs behind an interface: builds one, evaluates it, and derives it into a new one.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 1

type expr interface{}

type number struct{ value int }

type variable struct{}

type negated struct{ inner expr }

type sum struct{ first, second expr }

type product struct{ first, second expr }

func build(depth, seed int) expr {
	if depth == 0 {
		if seed%3 == 0 {
			return &variable{}
		}
		return &number{seed % 10}
	}
	if seed%5 == 0 {
		return &negated{build(depth-1, seed+1)}
	}
	first := build(depth-1, seed*2+1)
	second := build(depth-1, seed*3+2)
	if seed%2 == 0 {
		return &sum{first, second}
	}
	return &product{first, second}
}

func evaluate(e expr, x int) int {
	switch e := e.(type) {
	case *number:
		return e.value
	case *variable:
		return x
	case *negated:
		return -evaluate(e.inner, x)
	case *sum:
		return (evaluate(e.first, x) + evaluate(e.second, x)) % 1000003
	case *product:
		return evaluate(e.first, x) * evaluate(e.second, x) % 1000003
	}
	panic("unknown expression")
}

func derive(e expr) expr {
	switch e := e.(type) {
	case *number:
		return &number{0}
	case *variable:
		return &number{1}
	case *negated:
		return &negated{derive(e.inner)}
	case *sum:
		return &sum{derive(e.first), derive(e.second)}
	case *product:
		return &sum{&product{derive(e.first), e.second}, &product{e.first, derive(e.second)}}
	}
	panic("unknown expression")
}

func benchmark(n int) int {
	e := build(7, 1)
	total := 0
	for i := 0; i < n; i++ {
		total = (total + evaluate(e, i%10)) % 1000003
		total = (total + evaluate(derive(e), i%7)) % 1000003
	}
	return total
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
