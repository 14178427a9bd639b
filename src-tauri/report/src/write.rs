//! Laid-out pages into a file.

use assay_domain::document::{Document, one_line};
use chrono::{Datelike as _, Timelike as _};
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Paint, Stroke};
use krilla::surface::Surface;

use crate::ReportError;
use crate::look::{Color, PAGE, SIDE};
use crate::page::{Bookmark, Drawn, Pages};
use crate::typeset::Line;

/// How far a circle's handles stand out, for an error under 0.03% of the radius
/// (<https://spencermortensen.com/articles/bezier-circle/>).
const HANDLE: f32 = 0.551_915;

/// The file.
pub fn file(document: &Document, pages: &Pages) -> Result<Vec<u8>, ReportError> {
    let mut out = krilla::Document::new();
    out.set_metadata(metadata(document));
    for page in &pages.drawn {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1);
        let settings = settings.ok_or_else(|| ReportError::Writer("no such size of page".into()))?;
        let mut open = out.start_page_with(settings);
        let mut surface = open.surface();
        for one in page {
            draw(&mut surface, one);
        }
        surface.finish();
        open.finish();
    }
    out.set_outline(outline(&pages.bookmarks));
    out.finish().map_err(|error| ReportError::Writer(error.to_string()))
}

/// What the file says about itself. Its date is the document's, never the clock's.
fn metadata(document: &Document) -> Metadata {
    let at = document.made_at;
    let byte = |number: u32| u8::try_from(number).unwrap_or_default();
    let date = DateTime::new(u16::try_from(at.year()).unwrap_or_default())
        .month(byte(at.month()))
        .day(byte(at.day()))
        .hour(byte(at.hour()))
        .minute(byte(at.minute()))
        .second(byte(at.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    Metadata::new()
        .title(one_line(&document.title))
        .description(one_line(&document.subtitle))
        .creator("Assay".into())
        .language("en-GB".into())
        .creation_date(date)
}

/// Chapters with their sections.
fn outline(bookmarks: &[Bookmark]) -> Outline {
    let mut outline = Outline::new();
    let mut chapter: Option<OutlineNode> = None;
    for mark in bookmarks.iter().filter(|mark| mark.level <= 2) {
        let place = XyzDestination::new(mark.page, Point::from_xy(SIDE, mark.y));
        let node = OutlineNode::new(mark.text.clone(), place);
        match (&mut chapter, mark.level) {
            (Some(open), 2) => open.push_child(node),
            _ => {
                let before = chapter.replace(node);
                before.into_iter().for_each(|node| outline.push_child(node));
            }
        }
    }
    chapter.into_iter().for_each(|node| outline.push_child(node));
    outline
}

fn draw(surface: &mut Surface<'_>, one: &Drawn) {
    match one {
        Drawn::Text { x, y, line } => text(surface, *x, *y, line),
        Drawn::Box { x, y, width, height, fill } => {
            let path = Rect::from_xywh(*x, *y, *width, *height).and_then(|rect| {
                let mut path = PathBuilder::new();
                path.push_rect(rect);
                path.finish()
            });
            shape(surface, path, Some(filled(*fill)), None);
        }
        Drawn::Rule { from, to, width, color } => {
            let mut path = PathBuilder::new();
            path.move_to(from.0, from.1);
            path.line_to(to.0, to.1);
            shape(surface, path.finish(), None, Some(stroked(*color, *width)));
        }
        Drawn::Disc { x, y, radius, fill } => {
            shape(surface, circle(*x, *y, *radius), Some(filled(*fill)), None);
        }
        Drawn::Ring { x, y, radius, color } => {
            shape(surface, circle(*x, *y, *radius), None, Some(stroked(*color, 1.0)));
        }
    }
}

fn text(surface: &mut Surface<'_>, x: f32, y: f32, line: &Line) {
    surface.set_stroke(None);
    surface.set_fill(Some(filled(line.color)));
    for run in line.runs.iter().filter(|run| !run.glyphs.is_empty()) {
        let from = Point::from_xy(x + run.x, y + line.baseline);
        surface.draw_glyphs(from, &run.glyphs, run.font.clone(), &run.text, run.size, false);
    }
}

fn shape(surface: &mut Surface<'_>, path: Option<Path>, fill: Option<Fill>, stroke: Option<Stroke>) {
    let Some(path) = path else { return };
    surface.set_fill(fill);
    surface.set_stroke(stroke);
    surface.draw_path(&path);
}

fn filled(color: Color) -> Fill {
    Fill { paint: paint(color), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn paint(color: Color) -> Paint {
    rgb::Color::new(color.red, color.green, color.blue).into()
}

fn stroked(color: Color, width: f32) -> Stroke {
    Stroke { paint: paint(color), width, ..Stroke::default() }
}

fn circle(x: f32, y: f32, r: f32) -> Option<Path> {
    let h = HANDLE * r;
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.cubic_to(x + r, y + h, x + h, y + r, x, y + r);
    path.cubic_to(x - h, y + r, x - r, y + h, x - r, y);
    path.cubic_to(x - r, y - h, x - h, y - r, x, y - r);
    path.cubic_to(x + h, y - r, x + r, y - h, x + r, y);
    path.close();
    path.finish()
}
