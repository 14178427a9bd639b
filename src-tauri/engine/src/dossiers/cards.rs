//! Scorecards in a document: what each rater saw, under the anchors they rated by, with flags, citations and what was
//! amended.

use assay_domain::document::{Cell, Column, Document, Table};
use assay_domain::rubric::Rubric;
use assay_domain::words::percent;

use super::words::{UNASSESSED, day, exact, level, moment, score, title};
use crate::debriefs::Explanation;
use crate::rubrics::Shelf;
use crate::scorecards::{self, Scorecard};
use crate::{Instant, Result, Store, Viewer};

/// Every scorecard of an application, by assessment, each under a heading of the level `heading`.
pub fn write(
    document: &mut Document,
    store: &Store,
    viewer: Viewer,
    at: Instant,
    shelf: &mut Shelf<'_>,
    explanation: &Explanation,
    heading: u8,
) -> Result<()> {
    for part in &explanation.parts {
        for card in &part.scorecards {
            let rubric = shelf.get(&card.rubric_id, card.rubric_version)?;
            document.heading(heading, format!("{}: {}", part.title, card.interview.person_name));
            head(document, card, &rubric);
            document.quote(&card.summary, "in summary");
            document.table(ratings(card, &rubric));
            flags(document, card);
            citations(document, card, &rubric);
            if card.version > 1 {
                let all = scorecards::show(store, viewer, at, card.interview.id)?;
                amendments(document, &all, &rubric);
            }
        }
    }
    Ok(())
}

fn head(document: &mut Document, card: &Scorecard, rubric: &Rubric) {
    let independent = match card.interview.independent {
        true => "yes: assigned before reading anybody's ratings of this application",
        false => "no: had read ratings of this application before it was assigned",
    };
    let typed = card.typed_in_by.as_ref().map(|name| format!("{name}, from paper")).unwrap_or_default();
    document.facts([
        ("Recommendation", title(card.recommendation.as_str())),
        (
            "Score",
            format!("{}, {} of the rubric's weight assessed", score(card.score), percent(card.coverage)),
        ),
        ("Submitted", moment(card.submitted_at)),
        ("Independent", independent.to_owned()),
        ("Before or after", card.timing.clone()),
        ("Rubric", format!("{}, version {}", rubric.title, rubric.version)),
        ("Typed in by", typed),
    ]);
}

fn ratings(card: &Scorecard, rubric: &Rubric) -> Table {
    let columns = vec![
        Column::words("Criterion", 1.6),
        Column::figures("Level", 1.1),
        Column::words("What that level says", 3.2),
        Column::words("Note", 2.5),
    ];
    let mut table = Table::new(columns);
    for rating in &card.ratings {
        let criterion = rubric.criterion(&rating.criterion);
        let name = criterion.map_or(rating.criterion.as_str(), |criterion| criterion.title.as_str());
        let given = level(rating.level);
        let anchor = given.and_then(|level| criterion?.anchor(level)).unwrap_or_default();
        let of = given.map(|given| format!("{given} of {}", rubric.levels));
        table.row([Cell::strong(name), Cell::or(of, UNASSESSED), anchor.into(), rating.note.as_str().into()]);
    }
    table
}

fn flags(document: &mut Document, card: &Scorecard) {
    for flag in &card.flags {
        document.lead("Red flag:", format!("{}. What was seen: {}", flag.title, flag.evidence));
    }
}

fn citations(document: &mut Document, card: &Scorecard, rubric: &Rubric) {
    let cited = card.ratings.iter().flat_map(|rating| {
        let name =
            rubric.criterion(&rating.criterion).map_or(rating.criterion.as_str(), |one| one.title.as_str());
        rating.citations.iter().map(move |one| (name, one))
    });
    for (criterion, citation) in cited {
        document.quote(&citation.quote, format!("cited under {criterion}: {}", citation.address));
    }
}

/// What the versions before the newest said otherwise. `all` is newest first.
fn amendments(document: &mut Document, all: &[Scorecard], rubric: &Rubric) {
    for pair in all.windows(2) {
        let [later, earlier] = pair else { continue };
        let why = later.amendment_reason.as_deref().unwrap_or("no reason given");
        let mut changes: Vec<String> =
            later.ratings.iter().filter_map(|new| changed(new, earlier, rubric)).collect();
        if later.recommendation != earlier.recommendation {
            changes.push(format!(
                "recommendation from {} to {}",
                title(earlier.recommendation.as_str()).to_lowercase(),
                title(later.recommendation.as_str()).to_lowercase()
            ));
        }
        let changes = if changes.is_empty() { "no level changed".to_owned() } else { changes.join("; ") };
        let scores =
            [exact(earlier.score), exact(later.score)].map(|one| one.unwrap_or_else(|| UNASSESSED.into()));
        document.lead(
            format!("Amended on {}:", day(later.submitted_at)),
            format!(
                "{why} Version {} had score {}, version {} has {}: {changes}.",
                earlier.version, scores[0], later.version, scores[1]
            ),
        );
    }
}

fn changed(new: &assay_domain::scorecard::Rating, earlier: &Scorecard, rubric: &Rubric) -> Option<String> {
    let old = earlier.ratings.iter().find(|old| old.criterion == new.criterion)?;
    let (from, to) = (level(old.level), level(new.level));
    let name = rubric.criterion(&new.criterion).map_or(new.criterion.as_str(), |one| one.title.as_str());
    let said = |level: Option<u8>| level.map_or_else(|| UNASSESSED.to_owned(), |level| level.to_string());
    (from != to).then(|| format!("{name} from {} to {}", said(from), said(to)))
}
