//! Foreign Markdown as HTML that loads nothing and runs nothing (law 9): rendered without raw HTML, then cleaned to a
//! list of harmless elements. No images (they track), links only to https and mailto.

use std::collections::HashSet;

use ammonia::Builder;
use comrak::{Options, markdown_to_html};

/// Longer texts are not rendered; they are still shown as plain text.
const MOST: usize = 512 * 1024;

/// Sanitised HTML of a Markdown text; empty where the text is too long to render.
pub(super) fn markdown(text: &str) -> String {
    if text.len() > MOST {
        return String::new();
    }
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    let html = markdown_to_html(text, &options);
    Builder::default()
        .rm_tags(["img", "map", "area"])
        .url_schemes(HashSet::from(["https", "mailto"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer nofollow"))
        .clean(&html)
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::markdown;

    #[test]
    fn structure_stays_and_everything_that_loads_or_runs_goes() {
        let html = markdown(
            "# Fixture\n\n[ok](https://fixture.example) [bad](javascript:alert(1)) [ipc](ipc://x) [rel](/x)\n\n\
             ![track](https://fixture.example/t.png)<img src=x onerror=alert(1)><script>alert(1)</script>\n\n\
             | a | b |\n|---|---|\n| 1 | 2 |\n",
        );
        assert!(html.contains("<h1>Fixture</h1>") && html.contains("<td>1</td>"), "{html}");
        assert!(html.contains("href=\"https://fixture.example\""), "{html}");
        for bad in ["javascript:", "ipc:", "<img", "script", "onerror", "t.png", "href=\"/x\""] {
            assert!(!html.contains(bad), "{bad} in {html}");
        }
    }
}
