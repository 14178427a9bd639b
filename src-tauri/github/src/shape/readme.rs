//! Files with their contents: a README is kept, of others the name.

use assay_domain::import::Record;
use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::{Shape, repo_for};
use crate::json::{Fields, Object, has, owned, text};
use crate::read::{Out, Place, Verdict};

pub(super) const SHAPE: Shape = Shape {
    id: "rest-file",
    recognised_by: "`path`, `encoding` and `content`",
    tells: "the text of a README; of other files, that they are there",
    cannot_tell: "files of more than a megabyte, which GitHub gives without content",
    fields: Fields { numbers: &[], times: &[], texts: &["path", "content", "encoding"] },
    fits,
    read,
};

const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

fn fits(body: &Object, _place: Place) -> bool {
    has(body, &["path", "encoding", "content"])
}

fn read(body: &Object, _place: Place, out: &mut Out<'_>) -> Result<(), Verdict> {
    let repo = repo_for(body, &["url", "html_url", "git_url", "download_url"], out);
    let path = owned(body, "path");
    if !is_readme(&path) {
        out.list(repo, path);
        return Ok(());
    }
    let text = decode(body)?;
    let text = out.bounded(text);
    out.push(Record::Readme { repo, path, text });
    Ok(())
}

/// GitHub shows `README` with any ending, in any case.
pub(crate) fn is_readme(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    name == "readme" || name.starts_with("readme.")
}

fn decode(body: &Object) -> Result<String, Verdict> {
    let content = text(body, "content").unwrap_or_default();
    match text(body, "encoding") {
        Some("base64") => {}
        Some("utf-8") => return Ok(content.to_owned()),
        _ => {
            return Err(Verdict::skip(
                "a README without its text: GitHub leaves out what is over a megabyte",
            ));
        }
    }
    let plain: String = content.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let bytes = BASE64
        .decode(plain)
        .map_err(|_| Verdict::refuse("the README's base64 is damaged; fetch it again"))?;
    // Marks of UTF-16 are obeyed; what is no text in any known way gets replacement characters.
    Ok(encoding_rs::UTF_8.decode(&bytes).0.into_owned())
}
