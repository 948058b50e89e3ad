; Functions, recursion, big numbers
(define (factorial n) (if (= n 0) 1 (* n (factorial (- n 1)))))
(print "factorial" (factorial 5) (factorial 25))

; Higher-order functions of the prelude
(define (square x) (* x x))
(print (map square '(1 2 3 4)) (filter (lambda (x) (> x 2)) '(1 2 3 4)) (fold + 0 (range 0 101)))

; Quicksort
(define (quicksort list)
  (if (null? list)
      '()
      (let ((pivot (car list)) (rest (cdr list)))
        (append (quicksort (filter (lambda (x) (< x pivot)) rest))
                (cons pivot (quicksort (filter (lambda (x) (>= x pivot)) rest)))))))
(print (quicksort '(3 1 4 1 5 9 2 6 5 3 5)))

; Closures with a state of their own
(define (make-counter)
  (let ((n 0))
    (lambda () (set! n (+ n 1)) n)))
(define a (make-counter))
(define b (make-counter))
(a) (a)
(print "counters" (a) (b))

; Two closures that share a variable
(define (make-account balance)
  (list (lambda (amount) (set! balance (+ balance amount)) balance)
        (lambda () balance)))
(define account (make-account 100))
(define deposit (car account))
(define balance (car (cdr account)))
(deposit 50)
(print "balance" (balance))

; A tail call is a loop
(define (count-down n) (if (= n 0) 'done (count-down (- n 1))))
(print (count-down 3000))
(print (let loop ((i 0) (total 0)) (if (= i 100) total (loop (+ i 1) (+ total i)))))
(define (even? n) (or (= n 0) (odd? (- n 1))))
(define (odd? n) (and (not (= n 0)) (even? (- n 1))))
(print (even? 100) (odd? 7))

; The rest
(define (kind x)
  (cond ((number? x) "number") ((string? x) "string") ((null? x) "nothing") (else "other")))
(print (map kind (list 1 "a" '() 'symbol kind)))
(define (all . items) (length items))
(print (all) (all 1 2 3) (let ((x 2)) (let ((y (* x x))) (+ x y))))
(print (cons 1 2) '(a (b "c")) car all (equal? '(1 (2)) (list 1 (list 2))) (/ 1 4) (- 5) (mod 7 3))
(print "a string
of two lines" (string-append "x" 1) "äöü")
(if (< 1 2 3) (print "in order"))
(define (adder n) (lambda (x) (+ x n)))
(print ((adder 10) 5) (map (adder 1) '(1 2)))
