module cards.example

go 1.19
