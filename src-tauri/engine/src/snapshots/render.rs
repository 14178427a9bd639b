//! Foreign Markdown as HTML that loads nothing and runs nothing (law 9). Rendered, then cleaned to a list of harmless
//! elements without an address of any kind: no image, no link that leads anywhere. Where a link or an image pointed is
//! said in words. The window shows the result in a frame without scripts whose policy forbids everything else.

use std::collections::{HashMap, HashSet};

use ammonia::Builder;
use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, format_html, parse_document};

/// Longer texts are not rendered; they are still shown as plain text.
const MOST: usize = 512 * 1024;

/// Deeper quotations and lists than anybody writes make a text plain: laying them out takes for ever.
const DEEPEST: usize = 64;

/// Elements that say how a text is built, and nothing else.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "center",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Sanitised HTML of a Markdown text, without any address; empty where the text is too long or too deep to render.
pub fn markdown(text: &str) -> String {
    if text.len() > MOST || is_too_deep(text) {
        return String::new();
    }
    let arena = Arena::new();
    let options = options();
    let root = parse_document(&arena, text, &options);
    for node in root.descendants() {
        say_where(&arena, node);
    }
    let mut html = String::new();
    if format_html(root, &options, &mut html).is_err() {
        return String::new();
    }
    cleaner().clean(&html).to_string()
}

/// As [`markdown`], but empty where nothing in the text is marked up: it reads as well plain, without a frame of its own.
pub(super) fn markdown_if_marked(text: &str) -> String {
    let html = markdown(text);
    let marked =
        html.split('<').skip(1).any(|tag| !["p>", "/p>", "br>"].iter().any(|plain| tag.starts_with(plain)));
    if marked { html } else { String::new() }
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    // HTML in the text is built into the tree like the rest, and cleaned like the rest.
    options.render.r#unsafe = true;
    options
}

fn cleaner() -> Builder<'static> {
    let mut builder = Builder::empty();
    builder
        .tags(ELEMENTS.iter().copied().collect())
        .clean_content_tags(["script", "style", "noscript", "template", "title"].into_iter().collect())
        .generic_attributes(HashSet::from(["title"]))
        .tag_attributes(HashMap::from([
            ("ol", HashSet::from(["start"])),
            ("details", HashSet::from(["open"])),
        ]))
        .url_schemes(HashSet::new())
        .link_rel(None)
        .strip_comments(true);
    builder
}

/// A link keeps its address as words beside the pointer; an image becomes the words that stand for it.
fn say_where<'a>(arena: &'a Arena<'a>, node: &'a AstNode<'a>) {
    let is_image = match &mut node.data_mut().value {
        NodeValue::Link(link) => {
            link.title = if is_told(&link.url) { link.url.clone() } else { String::new() };
            false
        }
        NodeValue::Image(_) => true,
        _ => false,
    };
    if is_image {
        node.data_mut().value = NodeValue::Emph;
        node.prepend(arena.alloc(AstNode::from(NodeValue::Text("image: ".into()))));
    }
}

fn is_told(url: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| url.starts_with(scheme))
}

/// Whether a line begins with more marks of quotation and list than a text of people does, or its tags nest so.
fn is_too_deep(text: &str) -> bool {
    let marks = |line: &str| {
        let head = line.chars().take_while(|c| matches!(c, '>' | ' ' | '-' | '*' | '+' | '\t'));
        head.filter(|c| matches!(c, '>' | '-' | '*' | '+')).count()
    };
    let quoted = text.lines().any(|line| {
        let line = line.trim_start();
        line.starts_with('>') && marks(line) > DEEPEST || marks(line) > 8 * DEEPEST
    });
    quoted || text.matches("<").count() > 20_000 || text.matches("[").count() > 20_000
}

#[cfg(test)]
mod tests {
    use super::{markdown, markdown_if_marked};

    #[test]
    fn structure_stays_and_everything_that_loads_or_runs_goes() {
        let html = markdown(
            "# Fixture\n\n[ok](https://fixture.example) [bad](javascript:alert(1)) [ipc](ipc://x) [rel](/x)\n\n\
             ![track](https://fixture.example/t.png)<img src=x onerror=alert(1)><script>alert(1)</script>\n\n\
             <p align=\"center\"><b onclick=\"x()\">Inside</b></p>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        );
        assert!(html.contains("<h1>Fixture</h1>") && html.contains("<td>1</td>"), "{html}");
        assert!(html.contains("<b>Inside</b>") && html.contains("<em>image: track</em>"), "{html}");
        assert!(html.contains("<a title=\"https://fixture.example\">ok</a>"), "{html}");
        for bad in
            ["javascript:", "ipc:", "<img", "script", "onerror", "onclick", "t.png", "href", "align", "src"]
        {
            assert!(!html.contains(bad), "{bad} in {html}");
        }
    }

    #[test]
    fn a_text_without_marks_needs_no_frame() {
        assert_eq!(markdown_if_marked("Looks good to me.\n\nThanks & bye"), "");
        assert!(markdown_if_marked("Looks `good`").contains("<code>"));
    }

    #[test]
    fn endless_nesting_is_left_plain() {
        assert_eq!(markdown(&">".repeat(10_000)), "");
        assert_eq!(markdown(&"<div>".repeat(30_000)), "");
        assert_eq!(markdown(&"[".repeat(50_000)), "");
        assert!(!markdown("> > quoted\n\n- a\n  - b").is_empty());
    }
}
