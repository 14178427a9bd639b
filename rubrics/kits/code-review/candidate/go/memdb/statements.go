package memdb

import (
	"database/sql/driver"
	"fmt"
	"io"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

var statements = []struct {
	shape *regexp.Regexp
	run   func(*Server, []string, []driver.Value) (*rows, done, error)
}{
	{regexp.MustCompile(`^SELECT (.+?) FROM (\w+)(?: WHERE (.+?))?(?: GROUP BY (\w+))?(?: ORDER BY (\w+))?(?: LIMIT (\S+))?$`), selectRows},
	{regexp.MustCompile(`^INSERT INTO (\w+) \((.+?)\) VALUES \((.+?)\)( ON CONFLICT DO NOTHING)?$`), insertRow},
	{regexp.MustCompile(`^UPDATE (\w+) SET (.+?) WHERE (.+)$`), updateRows},
}

type rows struct {
	columns []string
	values  [][]driver.Value
}

func (r *rows) Columns() []string { return r.columns }
func (r *rows) Close() error      { return nil }

func (r *rows) Next(into []driver.Value) error {
	if len(r.values) == 0 {
		return io.EOF
	}
	copy(into, r.values[0])
	r.values = r.values[1:]
	return nil
}

// value gives what a word of a statement stands for: $1, 'text', a number, or a column of the row.
func value(word string, of row, args []driver.Value) driver.Value {
	word = strings.TrimSpace(word)
	if strings.HasPrefix(word, "$") {
		if index, err := strconv.Atoi(word[1:]); err == nil && index >= 1 && index <= len(args) {
			return args[index-1]
		}
		return nil
	}
	if strings.HasPrefix(word, "'") {
		return strings.Trim(word, "'")
	}
	if number, err := strconv.ParseInt(word, 10, 64); err == nil {
		return number
	}
	return of[word]
}

func integer(value driver.Value) int64 {
	number, _ := value.(int64)
	return number
}

var (
	within     = regexp.MustCompile(`^(\w+) IN \((.+)\)$`)
	comparison = regexp.MustCompile(`^(\w+) (=|>) (\S+)$`)
	sum        = regexp.MustCompile(`^SUM\((\w+)(?: \* (\w+))?\)$`)
	orElse     = regexp.MustCompile(`^COALESCE\((.+), (\d+)\)$`)
	comma      = regexp.MustCompile(`COALESCE\(.+?, \d+\)|[^, ][^,]*`)
)

func holds(conditions string, of row, args []driver.Value) (bool, error) {
	if conditions == "" {
		return true, nil
	}
	for _, condition := range strings.Split(conditions, " AND ") {
		found := false
		if parts := within.FindStringSubmatch(condition); parts != nil {
			for _, word := range strings.Split(parts[2], ",") {
				found = found || of[parts[1]] == value(word, of, args)
			}
		} else if parts := comparison.FindStringSubmatch(condition); parts == nil {
			return false, fmt.Errorf("memdb does not know this condition: %s", condition)
		} else if wanted := value(parts[3], of, args); parts[2] == "=" {
			found = of[parts[1]] == wanted
		} else {
			found = integer(of[parts[1]]) > integer(wanted)
		}
		if !found {
			return false, nil
		}
	}
	return true, nil
}

func (s *Server) matching(name, conditions string, args []driver.Value) ([]row, error) {
	table := s.tables[name]
	if table == nil {
		return nil, fmt.Errorf("memdb has no table %s", name)
	}
	var found []row
	for _, one := range table.rows {
		fits, err := holds(conditions, one, args)
		if err != nil {
			return nil, err
		}
		if fits {
			found = append(found, one)
		}
	}
	return found, nil
}

func selectRows(s *Server, parts []string, args []driver.Value) (*rows, done, error) {
	columns := comma.FindAllString(parts[1], -1)
	found, err := s.matching(parts[2], parts[3], args)
	if err != nil {
		return nil, done{}, err
	}
	if order := parts[5]; order != "" {
		sort.SliceStable(found, func(a, b int) bool { return integer(found[a][order]) < integer(found[b][order]) })
	}
	groups := grouped(found, parts[4], strings.Contains(parts[1], "("))
	if limit := parts[6]; limit != "" && int64(len(groups)) > integer(value(limit, nil, args)) {
		groups = groups[:integer(value(limit, nil, args))]
	}
	answer := &rows{columns: columns}
	for _, group := range groups {
		values := make([]driver.Value, len(columns))
		for index, column := range columns {
			values[index] = computed(column, group)
		}
		answer.values = append(answer.values, values)
	}
	return answer, done{}, nil
}

// grouped gives one group for each value of the column; all rows as one where there is only an aggregate; else each row alone.
func grouped(found []row, column string, aggregate bool) [][]row {
	if column == "" && aggregate {
		return [][]row{found}
	}
	var groups [][]row
	places := map[driver.Value]int{}
	for _, one := range found {
		place, known := places[one[column]]
		if column == "" || !known {
			place = len(groups)
			places[one[column]] = place
			groups = append(groups, nil)
		}
		groups[place] = append(groups[place], one)
	}
	return groups
}

func computed(column string, group []row) driver.Value {
	if parts := orElse.FindStringSubmatch(column); parts != nil {
		if inner := computed(parts[1], group); inner != nil {
			return inner
		}
		return value(parts[2], nil, nil)
	}
	if column == "COUNT(*)" {
		return int64(len(group))
	}
	parts := sum.FindStringSubmatch(column)
	if parts == nil {
		return group[0][column]
	}
	if len(group) == 0 {
		return nil // NULL
	}
	total := int64(0)
	for _, one := range group {
		factor := int64(1)
		if parts[2] != "" {
			factor = integer(one[parts[2]])
		}
		total += integer(one[parts[1]]) * factor
	}
	return total
}

func insertRow(s *Server, parts []string, args []driver.Value) (*rows, done, error) {
	table := s.tables[parts[1]]
	if table == nil {
		return nil, done{}, fmt.Errorf("memdb has no table %s", parts[1])
	}
	id := int64(len(table.rows) + 1)
	fresh := row{"id": id}
	words := strings.Split(parts[3], ",")
	for index, column := range strings.Split(parts[2], ", ") {
		fresh[column] = value(words[index], nil, args)
	}
	for _, column := range table.unique {
		for _, one := range table.rows {
			if fresh[column] != nil && one[column] == fresh[column] {
				if parts[4] != "" {
					return nil, done{}, nil
				}
				return nil, done{}, fmt.Errorf("%s.%s: %v stands there already", parts[1], column, fresh[column])
			}
		}
	}
	table.rows = append(table.rows, fresh)
	return nil, done{id: id, affected: 1}, nil
}

func updateRows(s *Server, parts []string, args []driver.Value) (*rows, done, error) {
	found, err := s.matching(parts[1], parts[3], args)
	if err != nil {
		return nil, done{}, err
	}
	for _, one := range found {
		for _, change := range strings.Split(parts[2], ", ") {
			column, word, _ := strings.Cut(change, " = ")
			if left, right, plus := strings.Cut(word, " + "); plus {
				one[column] = integer(value(left, one, args)) + integer(value(right, one, args))
			} else {
				one[column] = value(word, one, args)
			}
		}
	}
	return nil, done{affected: int64(len(found))}, nil
}
