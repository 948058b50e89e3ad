// Eight queens by backtracking over lists of booleans; the result is built from the solution.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 2

var freeRows, freeRising, freeFalling []bool
var queenRows []int

func filled[T any](length int, value T) []T {
	var cells []T
	for i := 0; i < length; i++ {
		cells = append(cells, value)
	}
	return cells
}

func isFree(row, column int) bool {
	return freeRows[row] && freeRising[column+row] && freeFalling[column-row+7]
}

func setFree(row, column int, value bool) {
	freeRows[row] = value
	freeRising[column+row] = value
	freeFalling[column-row+7] = value
}

func placeQueen(column int) bool {
	for row := 0; row < 8; row++ {
		if isFree(row, column) {
			queenRows[row] = column
			setFree(row, column, false)
			if column == 7 {
				return true
			}
			if placeQueen(column + 1) {
				return true
			}
			setFree(row, column, true)
		}
	}
	return false
}

func benchmark(n int) int {
	solved := 0
	for repetition := 0; repetition < n; repetition++ {
		freeRows = filled(8, true)
		freeRising = filled(16, true)
		freeFalling = filled(16, true)
		queenRows = filled(8, -1)
		if placeQueen(0) {
			solved = solved + 1
		}
	}
	placed := 0
	for row := 0; row < 8; row++ {
		placed = placed*10 + queenRows[row]
	}
	return placed + solved
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
