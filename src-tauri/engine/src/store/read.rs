//! Reading: each read sees one consistent state, and a viewer who is blind to somebody reads behind the veil.

use std::sync::{Arc, PoisonError};

use rusqlite::Connection;

use super::Store;
use crate::blind::{self, Veil, VeiledReader};
use crate::{EngineError, Result, Viewer};

/// Idle connections kept, of each sort.
const READERS: usize = 3;

impl Store {
    /// Runs reads on behalf of a viewer on one consistent state of the database. Where the viewer is blind to somebody they
    /// see a label in the place of the name, and no word by which that person can be told ([`blind`]).
    pub(crate) fn read<T>(&self, viewer: Viewer, reads: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let open = self.look(|conn| {
            let hides = blind::any(conn)? && !self.veil(conn, viewer)?.is_empty();
            if hides { Ok(Err(reads)) } else { reads(conn).map(Ok) }
        })?;
        match open {
            Ok(value) => Ok(value),
            Err(reads) => self.read_veiled(viewer, reads),
        }
    }

    fn veil(&self, conn: &Connection, viewer: Viewer) -> Result<Arc<Veil>> {
        self.veils.lock().unwrap_or_else(PoisonError::into_inner).get(conn, viewer)
    }

    fn read_veiled<T>(&self, viewer: Viewer, reads: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let pooled = self.veiled.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut reader = match pooled {
            Some(reader) => reader,
            None => self.veiled_reader()?,
        };
        let result = self.behind_veil(&mut reader, viewer, reads);
        let mut readers = self.veiled.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < READERS {
            readers.push(reader);
        }
        result.map_err(|error| error.at(self.folder()))
    }

    fn behind_veil<T>(
        &self,
        reader: &mut VeiledReader,
        viewer: Viewer,
        reads: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<T> {
        let VeiledReader { conn, veil: look_through } = reader;
        let tx = conn.transaction()?;
        let veil = self.veil(&tx, viewer)?;
        look_through.set(Arc::clone(&veil));
        reads(&tx).map_err(|error| veil.error(&tx, error))
    }

    /// Runs reads that answer nobody: the engine's own, and those of what names no candidate.
    pub(crate) fn look<T>(&self, reads: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let pooled = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut conn = match pooled {
            Some(conn) => conn,
            None => self.reader()?,
        };
        let result = conn.transaction().map_err(EngineError::from).and_then(|tx| reads(&tx));
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < READERS {
            readers.push(conn);
        }
        result.map_err(|error| error.at(self.folder()))
    }

    /// An error of a write, as the viewer may read it.
    pub(super) fn veil_error(&self, viewer: Viewer, error: EngineError) -> EngineError {
        use EngineError::{Conflict, Damaged, Invalid, NotFound};
        if !matches!(error, Conflict { .. } | Damaged(_) | Invalid { .. } | NotFound { .. }) {
            return error;
        }
        let veiled = self.look(|conn| {
            if !blind::any(conn)? {
                return Ok(None);
            }
            Ok(Some(self.veil(conn, viewer)?))
        });
        match veiled {
            Ok(None) => error,
            Ok(Some(veil)) => veil.error_text(error),
            Err(failed) => failed,
        }
    }

    /// A text as the viewer may read it, where it does not come from a read.
    pub fn veil_text(&self, viewer: Viewer, text: &str) -> Result<String> {
        self.read(viewer, |conn| Ok(conn.query_row("SELECT blind_text(?1)", [text], |row| row.get(0))?))
    }

    /// Those of some things that do not come from a read, but of whoever the viewer reviews blind: the ones whose `text` the
    /// viewer may read as it is.
    pub fn unhidden<T>(&self, viewer: Viewer, things: Vec<T>, text: impl Fn(&T) -> &str) -> Result<Vec<T>> {
        self.read(viewer, |conn| {
            let mut statement = conn.prepare_cached("SELECT blind_text(?1) = ?1")?;
            let mut shown = Vec::new();
            for one in things {
                if statement.query_row([text(&one)], |row| row.get(0))? {
                    shown.push(one);
                }
            }
            Ok(shown)
        })
    }

    pub(super) fn reader(&self) -> Result<Connection> {
        let conn = self.reader_to_prepare()?;
        blind::put_up_functions(&conn)?;
        only_read(&conn)?;
        Ok(conn)
    }

    fn veiled_reader(&self) -> Result<VeiledReader> {
        let reader = VeiledReader::new(self.reader_to_prepare()?)?;
        only_read(&reader.conn)?;
        Ok(reader)
    }
}

fn only_read(conn: &Connection) -> Result<()> {
    conn.pragma_update(None, "query_only", true)?;
    conn.set_prepared_statement_cache_capacity(128);
    Ok(())
}
