module migration.example

go 1.19
