//! Which kind of data file a text is, told by the schema that its first line names or by its fields.

use toml::de::DeTable;

/// A kind of data file, as `rubrics/` holds them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataFileKind {
    /// A rubric: [`Rubric`](crate::rubric::Rubric).
    Rubric,
    /// A role template: [`PlanTemplate`](crate::plan::PlanTemplate).
    RoleTemplate,
    /// The list of competencies: [`CompetencyList`](crate::competency::CompetencyList).
    Competencies,
    /// A kit: [`Kit`](crate::kit::Kit).
    Kit,
}

/// The schemas of `rubrics/schema/` by name.
const SCHEMAS: [(&str, DataFileKind); 4] = [
    ("rubric.schema.json", DataFileKind::Rubric),
    ("plan.schema.json", DataFileKind::RoleTemplate),
    ("competencies.schema.json", DataFileKind::Competencies),
    ("kit.schema.json", DataFileKind::Kit),
];

/// Fields that only one kind has, the list of competencies last: a template has that field too.
const FIELDS: [(&str, DataFileKind); 4] = [
    ("criteria", DataFileKind::Rubric),
    ("assessments", DataFileKind::RoleTemplate),
    ("sections", DataFileKind::Kit),
    ("competencies", DataFileKind::Competencies),
];

impl DataFileKind {
    /// The kind of a text, also of one that is not good: what is no TOML is told to be a rubric. None where neither a schema nor
    /// a field tells it: then it is some other program's.
    pub fn of(text: &str) -> Option<Self> {
        let schema = text.lines().next().and_then(|line| line.strip_prefix("#:schema ")).map(str::trim);
        let named = |name: &str| schema.is_some_and(|path| path.rsplit('/').next() == Some(name));
        let by_schema = SCHEMAS.iter().find(|(name, _)| named(name));
        by_schema.map_or_else(|| Self::by_fields(text), |(_, kind)| Some(*kind))
    }

    fn by_fields(text: &str) -> Option<Self> {
        let Ok(table) = DeTable::parse(text) else { return Some(Self::Rubric) };
        let found = FIELDS.iter().find(|(field, _)| table.get_ref().contains_key(*field));
        found.map(|(_, kind)| *kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_of_the_first_line_tells_the_kind_even_of_a_broken_text() {
        let kind = |line: &str| DataFileKind::of(&format!("{line}\nid = \n")).unwrap();
        assert_eq!(kind("#:schema ../schema/plan.schema.json"), DataFileKind::RoleTemplate);
        assert_eq!(kind("#:schema competencies.schema.json"), DataFileKind::Competencies);
        assert_eq!(kind("#:schema ../../schema/kit.schema.json"), DataFileKind::Kit);
        assert_eq!(kind("# my own"), DataFileKind::Rubric);
    }

    #[test]
    fn without_a_schema_the_fields_tell_it() {
        let kind = |fields: &str| DataFileKind::of(fields).unwrap();
        assert_eq!(kind("[[competencies]]\nslug = \"a\"\n[[assessments]]\n"), DataFileKind::RoleTemplate);
        assert_eq!(kind("[[competencies]]\nslug = \"a\"\n"), DataFileKind::Competencies);
        assert_eq!(kind("[[sections]]\n"), DataFileKind::Kit);
        assert_eq!(kind("[[criteria]]\n"), DataFileKind::Rubric);
        assert_eq!(DataFileKind::of("[package]\nname = \"other\"\n"), None);
    }
}
