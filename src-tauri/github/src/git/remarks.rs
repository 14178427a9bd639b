//! What could not be told of a repository, in words for the report.

use super::history::Met;
use super::outline::Outline;
use super::store::Store;
use crate::limits::show_bytes;
use crate::read::{Out, Verdict};

/// Says what is missing, and what is damaged.
pub(super) fn remarks(outline: &Outline, met: &Met, store: &Store<'_>, out: &mut Out<'_>) {
    let limits = store.open.limits;
    let mut remark = |told: bool, text: String| {
        if told {
            out.remark(text);
        }
    };
    let shallow = outline.shallow.len();
    remark(shallow > 0, format!("a shallow clone: what came before {shallow} of its commits was not cloned"));
    let after = outline.prerequisites;
    remark(
        after > 0,
        format!("it follows on from {after} commits that are not in it; what came before is not told"),
    );
    remark(outline.partial, "some objects were left out when it was made (a filter)".to_owned());
    remark(store.baseless() > 0, format!("{} objects build on others that are not in it", store.baseless()));
    remark(met.missing > 0, format!("{} commits that its history names are not in it", met.missing));
    remark(
        met.beyond,
        format!("more than {} commits, the limit git-commits; the newest were read", limits.git_commits),
    );
    remark(
        outline.refs.beyond,
        format!(
            "more than {} branches or tags, the limit git-refs; the others were not followed",
            limits.git_refs
        ),
    );
    remark(outline.refs.bad > 0, format!("{} of its refs could not be read", outline.refs.bad));
    remark(
        met.without_files > 0,
        format!(
            "of {} commits it is not told which files they touch: some are missing, or more than git-touched-files or git-tree-lines allow",
            met.without_files
        ),
    );
    if met.damaged > 0 {
        out.note(Verdict::Refuse(format!("{} commits are damaged; fetch or copy it again", met.damaged)));
    }
    if met.too_large > 0 {
        let limit = show_bytes(limits.git_object_bytes as u64);
        out.note(Verdict::Refuse(format!(
            "{} commits of more than {limit}, the limit git-object-bytes",
            met.too_large
        )));
    }
    if met.spent {
        let limit = show_bytes(limits.git_unpacked_bytes);
        out.note(Verdict::Refuse(format!(
            "its objects unpack to more than {limit}, the limit git-unpacked-bytes; import a shallow clone of it"
        )));
    } else if met.commits == 0 && met.damaged == 0 {
        out.note(Verdict::refuse("none of its commits is in it; clone or bundle it again"));
    }
}
