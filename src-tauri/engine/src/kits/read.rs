//! Reading kits. They say nothing about any candidate, so every viewer may read them.

use std::collections::BTreeMap;

use assay_domain::kit::{Audience, Kit, KitName, KitRef};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::{Bundle, KitDetail, KitFile, KitMaterial, KitSummary};
use crate::rubrics::kits as builtin;
use crate::{EngineError, Result, Store, Viewer};

/// All versions of kits there are: those that come with Assay, then those that only this workspace keeps.
pub fn list(store: &Store, viewer: Viewer) -> Result<Vec<KitSummary>> {
    store.read(viewer, |conn| Ok(all(conn)?.iter().map(KitSummary::of).collect()))
}

/// One version of a kit, the newest without a version; or [`EngineError::NotFound`].
pub fn show(store: &Store, viewer: Viewer, id: &str, version: Option<u32>) -> Result<KitDetail> {
    store.read(viewer, |conn| {
        let bundle = find(conn, &meant(conn, id, version)?)?;
        let files = files(&bundle);
        Ok(KitDetail { kit: bundle.kit, files })
    })
}

/// The text of one file of a kit, or [`EngineError::NotFound`].
pub fn material(store: &Store, viewer: Viewer, name: &KitName, path: &str) -> Result<KitMaterial> {
    store.read(viewer, |conn| {
        let bundle = find(conn, name)?;
        let bytes = bundle.files.get(path).ok_or_else(|| EngineError::not_found("file of the kit", path))?;
        Ok(KitMaterial { path: path.to_owned(), text: String::from_utf8_lossy(bytes).into_owned() })
    })
}

/// Of each version what a plan is checked by.
pub(crate) fn references(conn: &Connection) -> Result<Vec<KitRef>> {
    Ok(all(conn)?.iter().map(Kit::reference).collect())
}

/// The version that the workspace keeps, or else the one that comes with Assay.
pub(crate) fn find(conn: &Connection, name: &KitName) -> Result<Bundle> {
    match kept(conn, name)? {
        Some(kit) => Ok(Bundle { kit, files: kept_files(conn, name)? }),
        None => shipped(name).cloned(),
    }
}

/// [`find`] without its files, which may be large.
pub(crate) fn without_files(conn: &Connection, name: &KitName) -> Result<Kit> {
    match kept(conn, name)? {
        Some(kit) => Ok(kit),
        None => Ok(shipped(name)?.kit.clone()),
    }
}

fn kept(conn: &Connection, name: &KitName) -> Result<Option<Kit>> {
    let canonical: Option<String> = conn
        .prepare_cached("SELECT canonical FROM kit WHERE id = ?1 AND version = ?2")?
        .query_row(params![name.id, name.version], |row| row.get(0))
        .optional()?;
    Ok(canonical.map(|canonical| Kit::from_canonical(&canonical)).transpose()?)
}

fn shipped(name: &KitName) -> Result<&'static Bundle> {
    let found = builtin()?.iter().find(|bundle| bundle.kit.name() == *name);
    found.ok_or_else(|| EngineError::not_found("kit", format!("{}, version {}", name.id, name.version)))
}

/// The name with a version: the newest where none is named.
pub(super) fn meant(conn: &Connection, id: &str, version: Option<u32>) -> Result<KitName> {
    let newest = || -> Result<Option<u32>> {
        Ok(all(conn)?.iter().filter(|kit| kit.id == id).map(|kit| kit.version).max())
    };
    let version = match version {
        Some(version) => Some(version),
        None => newest()?,
    };
    let version = version.ok_or_else(|| EngineError::not_found("kit", id))?;
    Ok(KitName { id: id.to_owned(), version })
}

fn kept_files(conn: &Connection, name: &KitName) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut statement =
        conn.prepare_cached("SELECT path, content FROM kit_file WHERE kit_id = ?1 AND kit_version = ?2")?;
    let rows = statement.query_map(params![name.id, name.version], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn all(conn: &Connection) -> Result<Vec<Kit>> {
    let mut kits: Vec<Kit> = builtin()?.iter().map(|bundle| bundle.kit.clone()).collect();
    let mut statement = conn.prepare_cached("SELECT canonical FROM kit ORDER BY title, version DESC")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let kit = Kit::from_canonical(&row.get::<_, String>(0)?)?;
        if !kits.iter().any(|one| one.name() == kit.name()) {
            kits.push(kit);
        }
    }
    Ok(kits)
}

fn files(bundle: &Bundle) -> Vec<KitFile> {
    let order = [Audience::Candidate, Audience::Clue, Audience::Interviewer, Audience::Maker];
    let paths = bundle.paths();
    let of = |audience: Audience| {
        let files = bundle.kit.of(audience, &paths, None);
        files.into_iter().map(move |file| (audience, file.from)).collect::<Vec<_>>()
    };
    order
        .into_iter()
        .flat_map(of)
        .map(|(audience, path)| KitFile {
            variants: variants(&bundle.kit, &path),
            bytes: bundle.files.get(&path).map_or(0, |bytes| u32::try_from(bytes.len()).unwrap_or(u32::MAX)),
            audience,
            path,
        })
        .collect()
}

fn variants(kit: &Kit, file: &str) -> Vec<String> {
    let named = kit.materials.iter().find(|one| {
        file.strip_prefix(one.path.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    named.map(|one| one.variants.clone()).unwrap_or_default()
}
