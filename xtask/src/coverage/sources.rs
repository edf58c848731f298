//! Rust files, read as Rust: what is in comments or in tests says nothing of what the code does.

use std::fs;
use std::path::{Path, PathBuf};

use syn::File;

use crate::answer::Problem;

/// The files in a folder and below, or the file of that name with `.rs`, without what is only there for tests.
///
/// # Errors
/// A file can't be read, or isn't Rust.
pub(super) fn code(folder: &Path) -> Result<Vec<File>, Problem> {
    let mut paths = paths(folder)?;
    let beside = folder.with_extension("rs");
    if beside.is_file() {
        paths.push(beside);
    }
    let files = paths.iter().map(|path| {
        let mut file = file(path)?;
        strip(&mut file.items);
        Ok(file)
    });
    files.collect()
}

/// The Rust files in a folder and below, but for those called `tests`, sorted.
///
/// # Errors
/// A folder can't be read.
pub(super) fn paths(folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let mut paths = Vec::new();
    collect(folder, &mut paths)?;
    paths.sort();
    Ok(paths)
}

/// One file, whole.
///
/// # Errors
/// As [`code`].
pub(super) fn file(path: &Path) -> Result<File, Problem> {
    let text = fs::read_to_string(path)
        .map_err(|e| Problem::new(path.display(), e, "see that it can be read"))?;
    syn::parse_file(&text).map_err(|e| Problem::new(path.display(), e, "see that it is Rust"))
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<(), Problem> {
    if !folder.is_dir() {
        return Ok(());
    }
    let unreadable =
        |e: std::io::Error| Problem::new(folder.display(), e, "see that it can be read");
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let is_tests = path.file_stem().is_some_and(|stem| stem == "tests");
        if is_tests {
            continue;
        }
        if path.is_dir() {
            collect(&path, paths)?;
        } else if path.extension().is_some_and(|end| end == "rs") {
            paths.push(path);
        }
    }
    Ok(())
}

/// Without items that are compiled for tests alone.
fn strip(items: &mut Vec<syn::Item>) {
    items.retain(|item| !is_for_tests(item));
    for item in items {
        if let syn::Item::Mod(module) = item
            && let Some((_, items)) = &mut module.content
        {
            strip(items);
        }
    }
}

fn is_for_tests(item: &syn::Item) -> bool {
    let attributes = match item {
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Const(item) => &item.attrs,
        syn::Item::Static(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        _ => return false,
    };
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Path>()
                .is_ok_and(|path| path.is_ident("test"))
    })
}
