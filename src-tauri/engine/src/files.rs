//! Files of the engine: whole and durable, or as they were.

use std::fs::Permissions;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

use crate::store::folder;
use crate::{EngineError, Result};

/// Writes a file that leaves the workspace. One that is there is replaced only where `replace` says so, and stays whole until
/// the new one is; what is no file, such as a pipe, is written into.
///
/// Errors: [`EngineError::Conflict`] for a file that is there, [`EngineError::File`] where it cannot be written.
pub(crate) fn write(path: &Path, bytes: &[u8], replace: bool) -> Result<()> {
    ensure_no_part_of_a_workspace(path)?;
    let there = std::fs::metadata(path).ok();
    let written = match there {
        Some(_) if !replace => Err(ErrorKind::AlreadyExists.into()),
        Some(found) if !found.is_file() => std::fs::write(path, bytes),
        Some(found) => durably(path, bytes, replace, Readers::As(found.permissions())),
        None => durably(path, bytes, replace, Readers::Usual),
    };
    written.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => EngineError::conflict(
            format!("{} is there already", path.display()),
            "Choose another name: nothing is written over.",
        ),
        ErrorKind::NotFound => EngineError::invalid(
            format!("there is no folder {}", path.parent().unwrap_or(path).display()),
            "Make it first, or choose another place.",
        ),
        _ => EngineError::writing(path)(error),
    })
}

/// Refuses what would be written into a workspace's folder or its backups: its key file is not to be had again.
fn ensure_no_part_of_a_workspace(path: &Path) -> Result<()> {
    // Behind a link stands the file that is meant, in whatever folder.
    let whole = std::fs::canonicalize(path)
        .or_else(|_| std::path::absolute(path))
        .unwrap_or_else(|_| path.to_owned());
    let parent = whole.parent().map(|it| std::fs::canonicalize(it).unwrap_or_else(|_| it.to_owned()));
    let mut around = parent.iter().flat_map(|it| it.ancestors().take(2));
    let is_workspace = |found: &Path| folder::keys(found).is_file() && folder::database(found).is_file();
    if let Some(workspace) = around.find(|folder| is_workspace(folder)) {
        return Err(EngineError::conflict(
            format!("{} lies in the workspace {}", path.display(), workspace.display()),
            "Choose a folder outside: what is written there could take the place of its key file.",
        ));
    }
    Ok(())
}

/// Replaces a file, or makes one that only its owner may read.
pub(crate) fn replace_secret(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    durably(path, bytes, true, Readers::Owner)
}

/// Who may read a file.
enum Readers {
    /// Its owner.
    Owner,
    /// Whoever may read what the person makes elsewhere.
    Usual,
    /// Who might read the file that was there.
    As(Permissions),
}

/// Writes beside it, asks the disk to keep that, and gives it its name: whoever reads sees the old file or the new one.
fn durably(path: &Path, bytes: &[u8], replace: bool, readers: Readers) -> std::io::Result<()> {
    // Behind a link stands the file that is meant.
    let path = if replace { &std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()) } else { path };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = beside(folder, &readers)?;
    file.write_all(bytes)?;
    if let Readers::As(permissions) = readers {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    let kept = if replace { file.persist(path) } else { file.persist_noclobber(path) };
    kept.map_err(|error| error.error)?;
    sync_folder(folder)
}

/// A new file without a name that anybody knows. Without a word about its readers only its owner may read it.
#[cfg(unix)]
fn beside(folder: &Path, readers: &Readers) -> std::io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt as _;
    let mut builder = tempfile::Builder::new();
    if matches!(readers, Readers::Usual) {
        builder.permissions(Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

#[cfg(not(unix))]
fn beside(folder: &Path, _readers: &Readers) -> std::io::Result<NamedTempFile> {
    NamedTempFile::new_in(folder)
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    std::fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let names = std::fs::read_dir(folder).unwrap().map(|one| one.unwrap().file_name());
        names.map(|name| name.to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_folder_that_is_not_there_is_named_and_no_name_of_a_while() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("nodir");
        let refused = write(&folder.join("role.csv"), b"", false).unwrap_err().to_string();
        assert_eq!(refused, format!("there is no folder {}", folder.display()));
    }

    #[test]
    fn nothing_is_written_into_a_workspace() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = folder.path().join("team.assay");
        std::fs::create_dir_all(workspace.join("backups")).unwrap();
        for name in ["keys.json", "workspace.db"] {
            std::fs::write(workspace.join(name), "kept").unwrap();
        }
        for name in ["keys.json", "ratings.csv", "backups/ratings.csv"] {
            let refused = write(&workspace.join(name), b"rows", true).unwrap_err();
            assert!(refused.to_string().contains("lies in the workspace"), "{refused}");
        }
        #[cfg(unix)]
        {
            let link = folder.path().join("link.csv");
            std::os::unix::fs::symlink(workspace.join("keys.json"), &link).unwrap();
            assert!(write(&link, b"rows", true).is_err(), "a link leads to the key file");
        }
        assert_eq!(std::fs::read_to_string(workspace.join("keys.json")).unwrap(), "kept");
        write(&folder.path().join("ratings.csv"), b"rows", false).unwrap();
    }

    #[test]
    fn a_file_is_replaced_whole_or_stays_as_it_was() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("role.csv");
        write(&path, b"first", false).unwrap();
        assert!(matches!(write(&path, b"second", false), Err(EngineError::Conflict { .. })));
        assert_eq!(std::fs::read(&path).unwrap(), b"first");
        let open = std::fs::File::open(&path).unwrap();
        write(&path, b"second", true).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"second");
        // Whoever was reading reads on: the old file was not cut short.
        assert_eq!(std::io::read_to_string(open).unwrap(), "first");
        assert_eq!(names(home.path()), ["role.csv"], "nothing is left beside it");
    }

    #[cfg(unix)]
    #[test]
    fn who_may_read_it_stays_as_it_was_and_a_link_stays_a_link() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let home = tempfile::tempdir().unwrap();
        let (path, link) = (home.path().join("role.csv"), home.path().join("link.csv"));
        write(&path, b"first", false).unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let ordinary = home.path().join("ordinary");
        std::fs::write(&ordinary, "").unwrap();
        assert_eq!(mode(&path), mode(&ordinary), "as any other file of this person");
        std::fs::set_permissions(&path, Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        write(&link, b"second", true).unwrap();
        assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!((mode(&path), std::fs::read(&path).unwrap()), (0o640, b"second".to_vec()));
        write(Path::new("/dev/null"), b"third", true).unwrap();
    }
}
