//! Names of the scripts for which there was no font.

use std::collections::BTreeSet;

use unicode_script::{Script, UnicodeScript as _};

/// The scripts of some characters, by name, each once; signs that belong to no script are one of them.
pub fn names(characters: &BTreeSet<char>) -> Vec<String> {
    let name = |c: &char| match c.script() {
        Script::Common | Script::Inherited | Script::Unknown => "signs and pictures".to_owned(),
        script => script.full_name().replace('_', " "),
    };
    let names: BTreeSet<String> = characters.iter().map(name).collect();
    names.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn scripts_are_named_once_each() {
        let found = names(&"王小हिन्दी💩".chars().collect());
        assert_eq!(found, ["Devanagari", "Han", "signs and pictures"]);
    }
}
