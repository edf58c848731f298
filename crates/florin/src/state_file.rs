//! What one process leaves for the next, in a file that holds it whole.

use std::error::Error as StdError;
use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// What has to be known before anybody begins anew.
const BEFORE_A_FRESH_START: &str = "a process that begins without it may do again what was done already: look at the provider what \
     was done, and only then mend the file, or take it away";

/// Ends a file, so that one that breaks off is told from a whole one whatever is in it.
const END: &[u8] = b"\n";

/// Held while a file is written: the name that it is written under is one for all tasks and clones of the process.
static WRITING: Mutex<()> = Mutex::new(());

/// A value in a file: a handle, a checkpoint, a position, the state of an onboarding. For whoever has no database at hand.
///
/// ```
/// # fn f<Handle: serde::Serialize + serde::de::DeserializeOwned>(handle: Handle) -> Result<(), florin::StateFileError> {
/// use florin::StateFile;
///
/// let file = StateFile::<Handle>::at("/var/lib/shop/registration-0147.json");
/// if let Some(handle) = file.read()? {
///     // An earlier process has got so far: resume.
/// }
/// file.write(&handle)?; // on the disk when this returns, the whole of it
/// # Ok(())
/// # }
/// ```
///
/// # What is promised
///
/// - [`write`](Self::write) replaces the file in one step. Whoever is killed in the middle of it, or loses its power, leaves the
///   old value or the new one, and never a part of one. What has been written is on the disk (`fsync`) when it returns.
/// - [`read`](Self::read) takes a file that isn't there for a first start, and nothing else: one that is empty, breaks off, holds
///   something else or can't be opened is an error that names it. So nothing is done a second time because of a damaged file.
///
/// # What isn't
///
/// - A file that was deleted, and a relative path at another working directory, look like a first start. Give an absolute path.
/// - One process writes it at a time. Within a process whoever writes takes turns, and nobody is kept from writing over what
///   another one wrote.
/// - Both methods block for a moment, `write` until the disk has it.
///
/// It is JSON, and ends with a newline. On Unix a new file is readable for its owner alone. Beside it there may be one of the same
/// name with `.new` behind it: what a process was writing when it died. It is never read.
pub struct StateFile<T> {
    path: PathBuf,
    value: PhantomData<fn(T) -> T>,
}

impl<T> StateFile<T> {
    /// The file at this path, which need not be there yet. Its folder has to be. Nothing is opened.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self {
            path: path.into(),
            value: PhantomData,
        }
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where a value is written before it takes the other's place.
    fn beside(&self) -> PathBuf {
        let mut name = self.path.clone().into_os_string();
        name.push(".new");
        name.into()
    }

    fn failed(&self, doing: &'static str, source: io::Error) -> StateFileError {
        StateFileError {
            path: self.path.clone(),
            problem: format!("{doing} it failed"),
            source: Some(source),
        }
    }
}

impl<T: DeserializeOwned> StateFile<T> {
    /// The value that was written last; `None` where there is no file.
    ///
    /// # Errors
    /// Where the file can't be read, and where what is in it isn't such a value.
    pub fn read(&self) -> Result<Option<T>, StateFileError> {
        let content = match fs::read(&self.path) {
            Ok(content) => content,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(self.failed("reading", error)),
        };
        // Of a number, the first digits are a number too, and another loan's.
        let is_whole = content.ends_with(END);
        // What serde_json says of data may show some of it.
        let read = match is_whole {
            true => serde_json::from_slice(&content),
            false => Err(serde::de::Error::custom("")),
        };
        read.map(Some).map_err(|error: serde_json::Error| {
            let what = match error.classify() {
                _ if content.is_empty() => "it is empty".to_owned(),
                _ if !is_whole => "it breaks off: the newline at its end is missing".to_owned(),
                serde_json::error::Category::Eof => "it breaks off".to_owned(),
                serde_json::error::Category::Data => format!(
                    "it holds something else than is kept in it (line {}, column {})",
                    error.line(),
                    error.column()
                ),
                _ => format!(
                    "it is damaged (line {}, column {})",
                    error.line(),
                    error.column()
                ),
            };
            StateFileError {
                path: self.path.clone(),
                problem: format!("{what}; {BEFORE_A_FRESH_START}"),
                source: None,
            }
        })
    }
}

impl<T: Serialize> StateFile<T> {
    /// Puts a value in the place of the one before, and waits until it is on the disk.
    ///
    /// # Errors
    /// Where it can't be written, on a full disk say. The value before is there then, unless only the last step failed, which
    /// waits for the disk: then it is either of the two. So send nothing that relies on this one.
    pub fn write(&self, value: &T) -> Result<(), StateFileError> {
        let mut content = serde_json::to_vec(value)
            .map_err(|error| self.failed("writing", io::Error::other(error)))?;
        content.extend_from_slice(END);
        self.replace(&content)
            .map_err(|error| self.failed("writing", error))
    }

    fn replace(&self, content: &[u8]) -> io::Result<()> {
        let _turn = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        let beside = self.beside();
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&beside)?;
        file.write_all(content)?;
        file.sync_all()?;
        fs::rename(&beside, &self.path)?;
        sync_folder(&self.path)
    }
}

/// A new name is lost with the power unless its folder is on the disk too.
fn sync_folder(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    {
        let folder = path.parent().filter(|folder| folder != &Path::new(""));
        fs::File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

impl<T> Clone for StateFile<T> {
    fn clone(&self) -> Self {
        Self::at(&self.path)
    }
}

impl<T> fmt::Debug for StateFile<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StateFile")
            .field("path", &self.path)
            .finish()
    }
}

/// A [`StateFile`] couldn't be read or written. `Display` names the file and what to do, and shows nothing of what is in it.
#[derive(Debug)]
pub struct StateFileError {
    path: PathBuf,
    problem: String,
    source: Option<io::Error>,
}

impl StateFileError {
    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl fmt::Display for StateFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the state file {}: {}",
            self.path.display(),
            self.problem
        )?;
        match &self.source {
            Some(source) => write!(f, ": {source}"),
            None => Ok(()),
        }
    }
}

impl StdError for StateFileError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_ref().map(|source| source as &dyn StdError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder that is gone when the test is over.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let own = format!("florin-state-file-{name}-{}", std::process::id());
            let path = std::env::temp_dir().join(own);
            let _ = fs::remove_dir_all(&path);
            fs::create_dir(&path).unwrap();
            Self(path)
        }

        fn file(&self) -> StateFile<Vec<String>> {
            StateFile::at(self.0.join("state.json"))
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn value(text: &str) -> Vec<String> {
        vec![text.to_owned(), "ünicode".to_owned()]
    }

    #[test]
    fn what_was_written_last_is_read_and_no_file_is_a_first_start() {
        let folder = Folder::new("last");
        let file = folder.file();
        assert_eq!(file.read().unwrap(), None);
        file.write(&value("a longer one at first")).unwrap();
        file.write(&value("b")).unwrap();
        assert_eq!(file.clone().read().unwrap(), Some(value("b")));
        assert!(!file.beside().exists());
    }

    #[test]
    fn a_file_that_breaks_off_anywhere_is_an_error_that_names_it_and_shows_nothing_of_it() {
        let folder = Folder::new("torn");
        let file = folder.file();
        file.write(&value("s3cret")).unwrap();
        let whole = fs::read(file.path()).unwrap();
        for length in 0..whole.len() {
            fs::write(file.path(), &whole[..length]).unwrap();
            let error = file.read().unwrap_err().to_string();
            assert!(error.contains("state.json"), "{length}: {error}");
            assert!(error.contains("look at the provider"), "{error}");
            assert!(!error.contains("s3c"), "{error}");
        }
        for other in [
            "{}",
            "[1]",
            "\"s3cret\"",
            "null",
            "[]]",
            "[\"s3c",
            "\u{0}\u{0}\u{0}",
        ] {
            fs::write(file.path(), format!("{other}\n")).unwrap();
            let error = file.read().unwrap_err().to_string();
            assert!(
                error.contains("state.json") && !error.contains("s3c"),
                "{error}"
            );
        }
    }

    #[test]
    fn the_first_digits_of_a_number_are_no_number() {
        let folder = Folder::new("number");
        let file = StateFile::<i64>::at(folder.0.join("loan.json"));
        file.write(&4711).unwrap();
        assert_eq!(file.read().unwrap(), Some(4711));
        fs::write(file.path(), "471").unwrap();
        assert!(file.read().unwrap_err().to_string().contains("breaks off"));
    }

    #[test]
    fn what_somebody_died_over_is_never_read_and_is_written_over() {
        let folder = Folder::new("beside");
        let file = folder.file();
        fs::write(file.beside(), "[\"half a va").unwrap();
        assert_eq!(file.read().unwrap(), None);
        file.write(&value("a")).unwrap();
        fs::write(
            file.beside(),
            "[\"half of another one, and longer than what comes",
        )
        .unwrap();
        assert_eq!(file.read().unwrap(), Some(value("a")));
        file.write(&value("b")).unwrap();
        assert_eq!(file.read().unwrap(), Some(value("b")));
    }

    #[test]
    fn clones_that_write_at_once_take_turns_and_whoever_reads_finds_a_whole_one() {
        let folder = Folder::new("turns");
        let file = folder.file();
        file.write(&value("first")).unwrap();
        std::thread::scope(|scope| {
            for length in [1, 500] {
                let file = file.clone();
                scope.spawn(move || {
                    for _ in 0..200 {
                        file.write(&value(&"x".repeat(length))).unwrap();
                    }
                });
            }
            for _ in 0..200 {
                assert!(file.read().unwrap().is_some());
            }
        });
        assert!(!file.beside().exists());
    }

    #[test]
    fn what_can_t_be_opened_is_no_first_start() {
        let folder = Folder::new("folder");
        let file = StateFile::<Vec<String>>::at(&folder.0);
        let error = file.read().unwrap_err();
        assert_eq!(error.path(), folder.0);
        assert!(error.source().is_some(), "{error}");
        let nowhere = StateFile::<Vec<String>>::at(folder.0.join("none").join("state.json"));
        assert!(nowhere.write(&value("a")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_new_file_is_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = Folder::new("mode");
        let file = folder.file();
        file.write(&value("a")).unwrap();
        let mode = fs::metadata(file.path()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
