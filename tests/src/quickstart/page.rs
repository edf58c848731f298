//! The transcript, line by line.

use std::io::{self, Write};

/// What is written, with its steps numbered through all chapters.
pub(super) struct Page<'a> {
    out: &'a mut dyn Write,
    chapters: u32,
    step: u32,
}

impl<'a> Page<'a> {
    pub(super) fn new(out: &'a mut dyn Write) -> Self {
        Self {
            out,
            chapters: 0,
            step: 0,
        }
    }

    /// A chapter's title.
    pub(super) fn chapter(&mut self, title: &str) -> io::Result<()> {
        self.chapters += 1;
        if self.chapters > 1 {
            self.line("\n")?;
        }
        self.line(&format!("=== {title} ===\n"))
    }

    pub(super) fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{text}")?;
        // Whoever watches sees each line when it happens.
        self.out.flush()
    }

    pub(super) fn heading(&mut self, text: &str) -> io::Result<()> {
        self.line(&format!("\n{text}"))
    }

    pub(super) fn step(&mut self, text: &str) -> io::Result<()> {
        self.step += 1;
        self.line(&format!("  {}. {text}", self.step))
    }

    pub(super) fn note(&mut self, text: &str) -> io::Result<()> {
        self.line(&format!("     {text}"))
    }
}
