//! Opening a workspace: one writer connection, a few readers, the folder's lock.

use std::fs::{File, OpenOptions as FileOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use super::keys::{Envelope, Key, Unlock};
use super::{folder, migrate};
use crate::blind::{VeiledReader, Veils};
use crate::{EngineError, Result};

/// A large page cache: SQLCipher's price is paid for each page read (64 MiB; negative numbers are KiB).
const WRITER_CACHE: i64 = -65_536;
const READER_CACHE: i64 = -32_768;
const BUSY_MS: u64 = 5_000;

/// How to open.
#[derive(Clone, Copy, Debug, Default)]
pub struct OpenOptions {
    /// Without encryption, so that a test can look for residue. SQLCipher without a key writes SQLite's plain format.
    #[cfg(feature = "plaintext")]
    pub plaintext: bool,
}

impl OpenOptions {
    pub(crate) fn is_plaintext(self) -> bool {
        #[cfg(feature = "plaintext")]
        return self.plaintext;
        #[cfg(not(feature = "plaintext"))]
        false
    }
}

/// An open workspace. Shared between threads; synchronous.
pub struct Store {
    folder: PathBuf,
    options: OpenOptions,
    key: Key,
    pub(super) writer: Mutex<Connection>,
    pub(super) readers: Mutex<Vec<Connection>>,
    pub(super) veiled: Mutex<Vec<VeiledReader>>,
    pub(super) veils: Mutex<Veils>,
    _lock: File,
}

impl Store {
    /// Opens the workspace in `folder`, migrating it where it is of an older version (keeping a backup).
    ///
    /// Errors: [`EngineError::NotAWorkspace`], [`EngineError::WrongPassphrase`], [`EngineError::Busy`] while another
    /// program migrates, [`EngineError::Conflict`] where a newer Assay wrote it.
    pub fn open(folder: &Path, unlock: &Unlock) -> Result<Self> {
        Self::open_with(folder, unlock, OpenOptions::default())
    }

    /// [`Store::open`] with options.
    pub fn open_with(folder: &Path, unlock: &Unlock, options: OpenOptions) -> Result<Self> {
        if !folder::database(folder).is_file() {
            let why = "there is no workspace.db in it".to_string();
            return Err(EngineError::NotAWorkspace { path: folder.into(), why });
        }
        let key = Envelope::load(folder)?.open(unlock)?;
        Self::with_key(folder, key, options, false)
    }

    /// `new`: an empty database is expected; otherwise it means that the file was emptied.
    pub(super) fn with_key(folder: &Path, key: Key, options: OpenOptions, new: bool) -> Result<Self> {
        let lock = lock_file(folder)?;
        try_lock(lock.try_lock_shared(), "it is changing the workspace to a newer version")?;
        let writer = connect(folder, &key, options, WRITER_CACHE)?;
        if !new && migrate::version(&writer)? == 0 {
            let why = "its database is empty: the file was cut off or replaced".to_string();
            return Err(EngineError::NotAWorkspace { path: folder.into(), why });
        }
        if migrate::is_needed(&writer)? {
            try_lock(lock.unlock().map_err(TryLockError::Error), "")?;
            try_lock(
                lock.try_lock(),
                "the workspace must be changed to a newer version and is open elsewhere",
            )?;
            let store = Self::assemble(folder, key, options, writer, lock);
            if migrate::version(&store.writer())? > 0 {
                store.backup(chrono::Utc::now)?;
            }
            migrate::migrate(&mut store.writer())?;
            try_lock(store._lock.unlock().map_err(TryLockError::Error), "")?;
            try_lock(store._lock.try_lock_shared(), "it is changing the workspace")?;
            return Ok(store);
        }
        writer.set_prepared_statement_cache_capacity(128);
        let store = Self::assemble(folder, key, options, writer, lock);
        // What still cannot be done is tried at the next opening; `verify` says so until then.
        let _ = store.finish_left_erasures(chrono::Utc::now);
        Ok(store)
    }

    fn assemble(folder: &Path, key: Key, options: OpenOptions, writer: Connection, lock: File) -> Self {
        Self {
            folder: folder.into(),
            options,
            key,
            writer: Mutex::new(writer),
            readers: Mutex::new(Vec::new()),
            veiled: Mutex::new(Vec::new()),
            veils: Mutex::new(Veils::default()),
            _lock: lock,
        }
    }

    /// The workspace's name, and whether it holds the sample.
    pub fn name(&self) -> Result<(String, bool)> {
        self.look(|conn| {
            Ok(conn
                .query_row("SELECT name, sample FROM workspace", [], |row| Ok((row.get(0)?, row.get(1)?)))?)
        })
    }

    /// The workspace's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Its id, as its key file says.
    pub fn id(&self) -> Result<Uuid> {
        Ok(Envelope::load(&self.folder)?.workspace)
    }

    /// Replaces the passphrase, for whoever knows the present one or the recovery code.
    pub fn change_passphrase(&self, unlock: &Unlock, passphrase: &str) -> Result<()> {
        super::create::check_passphrase(passphrase)?;
        let mut envelope = Envelope::load(&self.folder)?;
        let key = envelope.open(unlock)?;
        envelope.change_passphrase(&key, passphrase)?;
        envelope.save(&self.folder)
    }

    pub(super) fn is_plaintext(&self) -> bool {
        self.options.is_plaintext()
    }

    /// Changes whenever another program has written, once for all it has written since it was asked; what this store
    /// writes itself does not change it. Asked of the one writer: the number only says something beside an earlier one of
    /// the same connection (<https://www.sqlite.org/pragma.html#pragma_data_version>).
    pub fn data_version(&self) -> Result<u32> {
        let version = self.writer().pragma_query_value(None, "data_version", |row| row.get(0));
        version.map_err(|error| EngineError::from(error).at(&self.folder))
    }

    /// Runs reads on a connection of its own. Checks need it: FTS5 takes what another connection has written since its
    /// own last check for damage.
    pub(super) fn read_afresh<T>(&self, reads: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let mut conn = self.reader()?;
        let tx = conn.transaction()?;
        reads(&tx)
    }

    pub(super) fn writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The writer, for what must stand outside a transaction.
    pub(crate) fn writer_connection(&self) -> MutexGuard<'_, Connection> {
        self.writer()
    }

    /// Closes the idle readers, so that none keeps the write-ahead log from being emptied.
    pub(crate) fn close_readers(&self) {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.veiled.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Another connection with its key set, to a database file of this workspace.
    pub(super) fn connect_to(&self, path: &Path) -> Result<Connection> {
        connect_file(path, &self.key, self.options, READER_CACHE)
    }

    /// A connection to a database file of this workspace that changes nothing of it, nor lays files beside it.
    pub(super) fn look_into(&self, path: &Path) -> Result<Connection> {
        open_keyed(path, OpenFlags::SQLITE_OPEN_READ_ONLY, &self.key, self.options)
    }

    /// A connection that only reads, not yet told so.
    pub(super) fn reader_to_prepare(&self) -> Result<Connection> {
        connect(&self.folder, &self.key, self.options, READER_CACHE)
    }
}

fn lock_file(workspace: &Path) -> Result<File> {
    let path = folder::lock(workspace);
    FileOptions::new()
        .create(true)
        .truncate(false)
        .read(true)
        .write(true)
        .open(&path)
        .map_err(EngineError::writing(path))
}

fn try_lock(attempt: std::result::Result<(), TryLockError>, busy: &str) -> Result<()> {
    match attempt {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(EngineError::Busy { what: busy.into() }),
        Err(TryLockError::Error(error)) => Err(EngineError::writing("lock")(error)),
    }
}

pub(super) fn connect(workspace: &Path, key: &Key, options: OpenOptions, cache: i64) -> Result<Connection> {
    connect_file(&folder::database(workspace), key, options, cache).map_err(|error| error.at(workspace))
}

fn connect_file(path: &Path, key: &Key, options: OpenOptions, cache: i64) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let conn = open_keyed(path, flags, key, options)?;
    conn.busy_timeout(std::time::Duration::from_millis(BUSY_MS))?;
    prepare(&conn, cache).map_err(|error| match error {
        EngineError::Database(inner)
            if inner.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) =>
        {
            EngineError::NotAWorkspace {
                path: path.into(),
                why: "its database does not fit its key file, or is damaged at its very start".into(),
            }
        }
        other => other,
    })?;
    Ok(conn)
}

fn open_keyed(path: &Path, flags: OpenFlags, key: &Key, options: OpenOptions) -> Result<Connection> {
    let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    if !options.is_plaintext() {
        let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        let hex = zeroize::Zeroizing::new(hex);
        conn.pragma_update(None, "key", format!("x'{}'", hex.as_str()))?;
    }
    Ok(conn)
}

/// WAL with full synchronisation (law 7); secure deletion (law 8); nothing plain in temporary files.
fn prepare(conn: &Connection, cache: i64) -> Result<()> {
    conn.pragma_update(None, "cache_size", cache)?;
    conn.pragma_update(None, "temp_store", "memory")?;
    conn.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    conn.pragma_update(None, "synchronous", "full")?;
    conn.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    conn.pragma_update(None, "foreign_keys", true)?;
    Ok(())
}
