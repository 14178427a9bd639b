//! What the system says against reading or writing a file, in plain words, and what to do about it. Nothing is read or written
//! here.

use std::io::{Error, ErrorKind};

/// What stands against it, as part of a sentence without its full stop: "it is a folder". What is not known here stays as the
/// system says it, without its number.
pub fn told(error: &Error) -> String {
    let known = match error.kind() {
        ErrorKind::NotFound => "there is nothing at this path",
        ErrorKind::PermissionDenied => "you do not have the right to it",
        ErrorKind::IsADirectory => "it is a folder, and a file is needed",
        ErrorKind::NotADirectory => "a part of the path is a file, and a folder is needed",
        ErrorKind::AlreadyExists => "something is there already",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "the disk is full",
        ErrorKind::ReadOnlyFilesystem => "the disk can only be read",
        ErrorKind::FileTooLarge => "it is too large for the disk",
        ErrorKind::InvalidFilename => "its name is too long, or holds a sign that names cannot hold",
        ErrorKind::UnexpectedEof => "it breaks off before its end",
        ErrorKind::InvalidData => "it is no UTF-8 text",
        ErrorKind::DirectoryNotEmpty => "the folder is not empty",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "another program holds it",
        _ => return unnumbered(&error.to_string()),
    };
    // A text that was put into the error says more than its kind.
    if error.get_ref().is_some() { error.to_string() } else { known.to_owned() }
}

/// What is being done with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileUse {
    /// It is read.
    Reading,
    /// It is written, or taken away.
    Writing,
}

/// What to do about it, in a sentence.
pub fn advice(error: &Error, doing: FileUse) -> &'static str {
    match (error.kind(), doing) {
        (ErrorKind::NotFound, _) => "Check how it is written, and where it starts from.",
        (ErrorKind::PermissionDenied, FileUse::Reading) => "Check that you have the right to read it.",
        (ErrorKind::PermissionDenied, FileUse::Writing) => "Check that you have the right to write there.",
        (ErrorKind::IsADirectory, _) => "Name a file in it.",
        (ErrorKind::NotADirectory | ErrorKind::InvalidFilename, _) => "Check the path.",
        (ErrorKind::StorageFull | ErrorKind::QuotaExceeded, _) => "Make room and try again.",
        (ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy, _) => "Close it there and try again.",
        (ErrorKind::InvalidData | ErrorKind::UnexpectedEof, FileUse::Reading) => {
            "Check that it is the file you mean, and that it is whole."
        }
        (_, FileUse::Reading) => "Check that the disk it is on is there and in order.",
        (_, FileUse::Writing) => "Check that the disk has space and that the folder can be written.",
    }
}

fn unnumbered(text: &str) -> String {
    text.split_once(" (os error ").map_or(text, |(words, _)| words).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_of_the_system_is_told() {
        for code in [2, 13, 17, 20, 21, 28, 36, 40, 5] {
            let told = told(&Error::from_raw_os_error(code));
            assert!(!told.contains("os error") && !told.is_empty(), "{code}: {told}");
        }
        assert_eq!(told(&ErrorKind::IsADirectory.into()), "it is a folder, and a file is needed");
        assert_eq!(told(&Error::new(ErrorKind::InvalidData, "line 3 is cut")), "line 3 is cut");
    }

    #[test]
    fn who_reads_is_not_told_to_make_room() {
        for kind in [ErrorKind::PermissionDenied, ErrorKind::InvalidData, ErrorKind::Other] {
            let (read, write) =
                (advice(&kind.into(), FileUse::Reading), advice(&kind.into(), FileUse::Writing));
            assert!(!read.contains("space") && !read.contains("writ") && read != write, "{kind}: {read}");
        }
    }
}
