//! A document as Markdown (CommonMark with GitHub's tables). All its words are escaped, so that nothing in them becomes a
//! heading, a link, a picture, code or HTML; a bare address may still become a link where a viewer makes links of such.

use super::{Align, Block, Cell, Document, Paragraph, Table, clean, one_line};

/// The document as Markdown, ending in a line break. Charts become their tables.
pub fn markdown(document: &Document) -> String {
    let mut out = format!("# {}\n\n{}\n", inline(&document.title), inline(&document.subtitle));
    for block in &document.blocks {
        out.push('\n');
        out.push_str(&written(block));
    }
    out.push_str(&format!("\n---\n\n{}\n", inline(&document.footer)));
    out
}

fn written(block: &Block) -> String {
    match block {
        Block::Heading { level, text } => {
            format!("{} {}\n", "#".repeat(usize::from(*level) + 1), inline(text))
        }
        Block::Paragraph(paragraph) => said(paragraph),
        Block::Facts(facts) => {
            let lines =
                facts.iter().map(|(name, value)| format!("- **{}:** {}\n", inline(name), inline(value)));
            lines.collect()
        }
        Block::Table(one) => table(one),
        Block::Quote { text, source } => quote(text, source),
        Block::List(items) => items.iter().map(|item| format!("- {}\n", inline(item))).collect(),
        Block::Chart(chart) => table(&chart.table()),
    }
}

fn said(paragraph: &Paragraph) -> String {
    let lead = match paragraph.lead.is_empty() {
        true => String::new(),
        false => format!("**{}** ", inline(&paragraph.lead)),
    };
    let text = format!("{lead}{}", lines(&paragraph.text).join("  \n"));
    let text = text.trim_end();
    if paragraph.aside && paragraph.lead.is_empty() && !text.contains('\n') {
        return format!("*{text}*\n");
    }
    format!("{text}\n")
}

fn quote(text: &str, source: &str) -> String {
    let mut out: String = lines(text).iter().map(|line| format!("> {line}  \n")).collect();
    if !source.is_empty() {
        out.push_str(&format!("> — {}\n", inline(source)));
    }
    out.replace("  \n\n", "\n\n")
}

/// The lines of a text, each escaped; empty ones stay out.
fn lines(text: &str) -> Vec<String> {
    clean(text).lines().filter(|line| !line.trim().is_empty()).map(inline).collect()
}

fn table(table: &Table) -> String {
    let heads: Vec<String> = table.columns.iter().map(|column| in_cell(&column.title)).collect();
    let rules = table.columns.iter().map(|column| match column.align {
        Align::Start => "---",
        Align::End => "--:",
    });
    let mut out = format!("| {} |\n| {} |\n", heads.join(" | "), rules.collect::<Vec<_>>().join(" | "));
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(cell).collect();
        out.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    out
}

fn cell(cell: &Cell) -> String {
    let text = in_cell(&cell.text);
    match (cell.strong && !text.is_empty(), cell.unknown && !text.is_empty()) {
        (true, _) => format!("**{text}**"),
        (_, true) => format!("*{text}*"),
        _ => text,
    }
}

/// One line, escaped: every character that Markdown gives a meaning inside a line.
fn in_cell(text: &str) -> String {
    let line = one_line(text);
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '!') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// [`in_cell`], and what would begin something at the beginning of a line.
fn inline(text: &str) -> String {
    let out = in_cell(text);
    match begins_something(&out) {
        Some(at) => format!("{}\\{}", &out[..at], &out[at..]),
        None => out,
    }
}

/// Where a backslash keeps the line from being a heading, a list or a rule.
fn begins_something(line: &str) -> Option<usize> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut rest = line[digits..].chars();
    match (rest.next(), rest.next()) {
        (Some('.' | ')'), None | Some(' ')) if digits > 0 => Some(digits),
        (Some('#' | '-' | '+' | '='), _) if digits == 0 => Some(0),
        _ => None,
    }
}
