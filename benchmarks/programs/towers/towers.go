// Towers of Hanoi with 13 disks; a pile is a chain of disk handles.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

const defaultN = 1
const diskTotal = 13

var piles []int
var below []int
var moves int

func pushDisk(disk, pile int) {
	top := piles[pile]
	if top >= 0 && disk >= top {
		panic("Cannot put a big disk on a smaller one")
	}
	below[disk] = top
	piles[pile] = disk
}

func popDisk(pile int) int {
	top := piles[pile]
	if top < 0 {
		panic("No disk on this pile")
	}
	piles[pile] = below[top]
	below[top] = -1
	return top
}

func moveDisks(disks, source, target int) {
	if disks == 1 {
		pushDisk(popDisk(source), target)
		moves = moves + 1
	} else {
		other := 3 - source - target
		moveDisks(disks-1, source, other)
		moveDisks(1, source, target)
		moveDisks(disks-1, other, target)
	}
}

func benchmark(n int) int {
	moves = 0
	for repetition := 0; repetition < n; repetition++ {
		piles = []int{-1, -1, -1}
		below = nil
		for disk := 0; disk < diskTotal; disk++ {
			below = append(below, -1)
		}
		for disk := diskTotal - 1; disk >= 0; disk-- {
			pushDisk(disk, 0)
		}
		moveDisks(diskTotal, 0, 1)
	}
	return moves
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
