//! Two versions of a rubric beside each other: what differs, in words.

use serde::Serialize;

use super::{Criterion, CriterionFeedback, RedFlag, Rubric};

/// How a part of a rubric differs between two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum PartChange {
    /// Not at all.
    Same,
    /// Its words or figures do.
    Changed,
    /// Only the later version has it.
    Added,
    /// Only the earlier version has it.
    Removed,
}

/// A text that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct TextChange {
    /// Which, for people: `Anchor of level 3`.
    pub field: String,
    /// What the earlier version says; empty where it says nothing.
    pub before: String,
    /// What the later version says; empty where it says nothing.
    pub after: String,
}

/// A criterion or red flag in both versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ComparedPart {
    /// Its id, the same in both.
    pub id: String,
    /// Its title in the later version that has it.
    pub title: String,
    /// How it differs.
    pub change: PartChange,
    /// Where; empty where it does not. Of an added or removed part everything.
    pub fields: Vec<TextChange>,
}

/// What differs between two versions of a rubric.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RubricComparison {
    /// The rubric's id.
    pub id: String,
    /// The earlier version.
    pub from: u32,
    /// The later version.
    pub to: u32,
    /// What the rubric says of itself and differs.
    pub head: Vec<TextChange>,
    /// Criteria, in the later version's order; those that it lost come last.
    pub criteria: Vec<ComparedPart>,
    /// Red flags, likewise.
    pub red_flags: Vec<ComparedPart>,
}

/// Compares two versions. Parts are the same by their id.
pub fn compare(before: &Rubric, after: &Rubric) -> RubricComparison {
    RubricComparison {
        id: after.id.clone(),
        from: before.version,
        to: after.version,
        head: differing(&head(before), &head(after)),
        criteria: parts(&before.criteria, &after.criteria, |one| (&one.id, &one.title), criterion),
        red_flags: parts(&before.red_flags, &after.red_flags, |one| (&one.id, &one.title), red_flag),
    }
}

type Fields = Vec<(String, String)>;

fn head(rubric: &Rubric) -> Fields {
    let texts = [
        ("Title", rubric.title.clone()),
        ("Summary", rubric.summary.clone()),
        ("Assessment", rubric.kind.title().to_owned()),
        ("Levels", rubric.levels.to_string()),
    ];
    texts.map(|(name, text)| (name.to_owned(), text)).to_vec()
}

fn criterion(one: &Criterion) -> Fields {
    let mut fields = vec![
        ("Title".to_owned(), one.title.clone()),
        ("Competency".to_owned(), one.competency.0.clone()),
        ("Weight".to_owned(), one.weight.to_string()),
        ("Why this weight".to_owned(), one.weight_reason.clone()),
        ("Observe".to_owned(), one.observe.clone()),
    ];
    let anchors = one.anchors.iter().enumerate();
    fields.extend(anchors.map(|(index, text)| (format!("Anchor of level {}", index + 1), text.clone())));
    fields.push(("Look for".to_owned(), one.look_for.join("\n")));
    fields.push(("Ask".to_owned(), one.probes.join("\n")));
    for (name, expected) in
        [("mid", &one.expected.mid), ("senior", &one.expected.senior), ("staff", &one.expected.staff)]
    {
        fields.push((format!("Expected, {name}"), format!("level {}: {}", expected.level, expected.text)));
    }
    fields.extend(one.feedback.iter().flat_map(feedback));
    fields
}

/// What a candidate is told.
fn feedback(one: &CriterionFeedback) -> Fields {
    let mut fields = vec![
        ("Told the candidate, heading".to_owned(), one.title.clone()),
        ("Told the candidate, looked at".to_owned(), one.looked_at.clone()),
    ];
    for (what, texts) in [("seen at level", &one.seen), ("what raises level", &one.more)] {
        let numbered = texts.iter().enumerate();
        fields.extend(
            numbered.map(|(index, text)| (format!("Told the candidate, {what} {}", index + 1), text.clone())),
        );
    }
    fields
}

fn red_flag(one: &RedFlag) -> Fields {
    vec![
        ("Title".to_owned(), one.title.clone()),
        ("Evidence to note".to_owned(), one.evidence_to_note.clone()),
        ("Not a red flag".to_owned(), one.not_a_red_flag.clone()),
    ]
}

/// The fields of both by name; only those that differ.
fn differing(before: &[(String, String)], after: &[(String, String)]) -> Vec<TextChange> {
    let value = |fields: &[(String, String)], name: &str| {
        fields.iter().find(|(other, _)| other == name).map_or_else(String::new, |(_, text)| text.clone())
    };
    let mut names: Vec<&String> = after.iter().map(|(name, _)| name).collect();
    names.extend(
        before.iter().map(|(name, _)| name).filter(|name| !after.iter().any(|(one, _)| one == *name)),
    );
    names
        .into_iter()
        .map(|name| TextChange {
            field: name.clone(),
            before: value(before, name),
            after: value(after, name),
        })
        .filter(|change| change.before != change.after)
        .collect()
}

fn parts<T>(
    before: &[T],
    after: &[T],
    name: impl Fn(&T) -> (&String, &String),
    fields: impl Fn(&T) -> Fields,
) -> Vec<ComparedPart> {
    let same = |one: &T, id: &str| name(one).0 == id;
    let mut out: Vec<ComparedPart> = after
        .iter()
        .map(|now| {
            let then = before.iter().find(|one| same(one, name(now).0));
            let fields = differing(&then.map(&fields).unwrap_or_default(), &fields(now));
            let change = match then {
                None => PartChange::Added,
                Some(_) if fields.is_empty() => PartChange::Same,
                Some(_) => PartChange::Changed,
            };
            ComparedPart { id: name(now).0.clone(), title: name(now).1.clone(), change, fields }
        })
        .collect();
    let gone = before.iter().filter(|then| !after.iter().any(|now| same(now, name(then).0)));
    out.extend(gone.map(|then| ComparedPart {
        id: name(then).0.clone(),
        title: name(then).1.clone(),
        change: PartChange::Removed,
        fields: differing(&fields(then), &[]),
    }));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rubric() -> Rubric {
        Rubric::parse(include_str!("../../../../rubrics/backend/code-review.toml"), "r.toml").unwrap()
    }

    #[test]
    fn a_version_beside_itself_differs_nowhere() {
        let one = rubric();
        let compared = compare(&one, &one);
        assert!(compared.head.is_empty());
        assert!(
            compared.criteria.iter().chain(&compared.red_flags).all(|part| part.change == PartChange::Same)
        );
    }

    #[test]
    fn what_changed_came_and_went_is_told_by_its_place() {
        let (before, mut after) = (rubric(), rubric());
        after.version = 2;
        after.title = "Another title".into();
        after.criteria[0].anchors[2] = "Says which statement repeats.".into();
        after.criteria[0].weight += 5;
        after.criteria[0].feedback.as_mut().unwrap().more[1] = "Say which one.".into();
        let gone = after.criteria.remove(1);
        let mut added = gone.clone();
        added.id = "added".into();
        after.criteria.push(added);
        let compared = compare(&before, &after);
        assert_eq!((compared.from, compared.to, compared.head[0].field.as_str()), (1, 2, "Title"));
        let first = &compared.criteria[0];
        let fields: Vec<&str> = first.fields.iter().map(|one| one.field.as_str()).collect();
        let differing = vec!["Weight", "Anchor of level 3", "Told the candidate, what raises level 2"];
        assert_eq!((first.change, fields), (PartChange::Changed, differing));
        let of = |change| compared.criteria.iter().filter(|one| one.change == change).collect::<Vec<_>>();
        assert_eq!(of(PartChange::Added)[0].id, "added");
        let removed = of(PartChange::Removed)[0];
        assert_eq!(removed.id, gone.id);
        assert!(removed.fields.iter().all(|one| one.after.is_empty() && !one.before.is_empty()));
    }
}
