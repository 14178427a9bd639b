//! What the engine asks for, as the flags that give it.

use assay_engine::Ask;

use crate::output::list_or;

/// How everything that is asked for is given, each once; empty where nothing is.
pub fn told<'a>(asks: impl IntoIterator<Item = &'a Ask>) -> String {
    let mut once: Vec<&Ask> = Vec::new();
    for ask in asks {
        if !once.contains(&ask) {
            once.push(ask);
        }
    }
    once.into_iter().map(flag).collect::<Vec<_>>().join(" ")
}

fn flag(ask: &Ask) -> String {
    match ask {
        Ask::Reason { kinds } if kinds.is_empty() => {
            "Give --reason TEXT; it stands in the history.".to_owned()
        }
        Ask::Reason { kinds } => {
            let kinds = list_or(kinds.iter().map(|why| why.as_str()), "");
            format!(
                "Give --reason TEXT, or --reason-kind KIND, or both; KIND is one of {kinds} (other needs the text too)."
            )
        }
        Ask::DespiteMark => {
            "For who is not to be contacted give --despite-do-not-contact REASON as well, or leave them out."
                .to_owned()
        }
        Ask::Ahead => {
            "Give --yes to say that you mean it: somebody hired before they came in here.".to_owned()
        }
        Ask::RubricMove { role, assessment, to } => format!(
            "Move the rubric on its own, which says which scorecards stay on their version: \
             `assay role rubric {role} --assessment {assessment} --to {to} --reason WHY`."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_ask_is_told_once_though_another_stands_between() {
        let reason = Ask::Reason { kinds: Vec::new() };
        let (one, other) = (flag(&reason), flag(&Ask::DespiteMark));
        assert_eq!(told(&[reason.clone(), Ask::DespiteMark, reason]), format!("{one} {other}"));
        assert_eq!(told(&[]), "");
    }
}
