//! Names of files that a candidate hands in. They come from elsewhere and are hostile until shown otherwise.

/// Longest name, in bytes.
const NAME_MAX: usize = 240;
/// Deepest folder.
const DEPTH_MAX: usize = 24;

/// Why a name is refused; the text says it for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadName {
    /// Nothing, or an empty part between slashes.
    #[error("the name is empty, or a part of it is")]
    Empty,
    /// It begins at the root of a disk.
    #[error("the name begins at the root of a disk")]
    Absolute,
    /// It leads out of its folder, or to itself.
    #[error("the name leads out of its folder")]
    Outside,
    /// Control characters, or marks that turn the direction of writing.
    #[error("the name holds characters that do not show")]
    Invisible,
    /// Too long, or too deep.
    #[error("the name is longer than {NAME_MAX} bytes, or deeper than {DEPTH_MAX} folders")]
    Long,
}

/// The name as it is kept: parts joined by `/`.
pub fn file_name(given: &str) -> Result<String, BadName> {
    let name = given.replace('\\', "/");
    let drive = name.as_bytes().get(1) == Some(&b':') && name.as_bytes()[0].is_ascii_alphabetic();
    if name.starts_with('/') || drive {
        return Err(BadName::Absolute);
    }
    if name.chars().any(hidden) {
        return Err(BadName::Invisible);
    }
    let parts: Vec<&str> = name.split('/').collect();
    if parts.iter().any(|part| part.trim().is_empty()) {
        return Err(BadName::Empty);
    }
    if parts.iter().any(|part| matches!(part.trim(), "." | "..")) {
        return Err(BadName::Outside);
    }
    if name.len() > NAME_MAX || parts.len() > DEPTH_MAX {
        return Err(BadName::Long);
    }
    Ok(name)
}

fn hidden(c: char) -> bool {
    c.is_control()
        || super::text::turns(c)
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
}
