//! The files of a document from the disk: none out of its folder, whatever links there are, and nothing that isn't a file.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use super::gather::Gather;
use super::web::Limits;
use crate::answer::Problem;

pub(super) fn gather(path: &Path, limits: Limits, beside: &[String]) -> Result<Gather, Problem> {
    let unreadable =
        |e: std::io::Error| Problem::new(path.display(), e, "look whether the file is there");
    let real = fs::canonicalize(path).map_err(unreadable)?;
    if !real.is_file() {
        return Err(Problem::new(
            path.display(),
            "this is no file",
            "name the document itself",
        ));
    }
    let folder = real.parent().unwrap_or(Path::new("/")).to_owned();
    let name = real
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or("openapi");
    let bytes = read(&real, limits.bytes).map_err(unreadable)?;
    let mut gather = Gather::new(name.to_owned(), bytes, beside);
    while let Some(next) = gather.next() {
        let left = limits.bytes.saturating_sub(gather.bytes());
        // What can't be had is told once all are one file.
        let file = fs::canonicalize(folder.join(&next)).ok();
        let file = file.filter(|file| file.starts_with(&folder) && file.is_file());
        if let Some(file) = file {
            gather.put(next, read(&file, left).map_err(unreadable)?);
        }
        if gather.files.len() > limits.files {
            let wrong = format!("it refers to more than {} files", limits.files);
            return Err(Problem::new(path.display(), wrong, "make one file of them"));
        }
    }
    if gather.bytes() > limits.bytes {
        let wrong = format!(
            "it has more than {} bytes with all that it refers to",
            limits.bytes
        );
        return Err(Problem::new(
            path.display(),
            wrong,
            "look whether this is the spec",
        ));
    }
    Ok(gather)
}

/// One byte more than may be, where there is more.
fn read(file: &Path, left: usize) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(file)?
        .take(left as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}
