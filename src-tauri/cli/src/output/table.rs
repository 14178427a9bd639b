//! Aligned text: tables without borders, fields with their labels.

use assay_domain::document::one_line;
use comfy_table::{ContentArrangement, Table, presets};

/// A table under its headings. `none` stands in for a table without rows.
pub fn table<const N: usize>(headings: [&str; N], rows: &[[String; N]], none: &str) -> String {
    if rows.is_empty() {
        return format!("{none}\n");
    }
    let headings = headings.map(str::to_owned);
    grid(&headings, rows.iter().map(|row| row.to_vec()).collect())
}

/// A table of which the number of columns is not known beforehand.
pub fn grid(headings: &[String], rows: Vec<Vec<String>>) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(headings.iter().map(|heading| one_line(&heading.to_uppercase())));
    for row in rows {
        table.add_row(row.iter().map(|cell| one_line(cell)));
    }
    trimmed(&table.to_string())
}

/// Labels with their values, aligned; a label without a value is left out.
pub fn fields(rows: &[(&str, String)]) -> String {
    let told: Vec<_> = rows.iter().filter(|(_, value)| !value.is_empty()).collect();
    let width = told.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
    told.iter().map(|(label, value)| format!("{label:<width$}  {}\n", one_line(value))).collect()
}

/// Every line moved in by two columns.
pub fn indented(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("  {line}\n") }).collect()
}

/// The table's own padding stands at both ends of each line.
fn trimmed(table: &str) -> String {
    let lines: Vec<&str> =
        table.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end()).collect();
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::{fields, table};

    #[test]
    fn columns_stand_under_each_other_and_lines_end_where_their_text_does() {
        let rows =
            [["Ada".to_owned(), "x".to_owned()], ["Bartho\u{202e}lomew\u{1b}[2J".to_owned(), String::new()]];
        assert_eq!(
            table(["name", "b"], &rows, ""),
            "NAME             B\nAda              x\nBartholomew [2J\n"
        );
        assert_eq!(
            fields(&[("A", "1".into()), ("Long", "2".into()), ("None", String::new())]),
            "A     1\nLong  2\n"
        );
    }
}
