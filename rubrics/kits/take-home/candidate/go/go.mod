module desks.example

go 1.19
