//! What the spec tells of an operation, out of a documentation that tells more.

/// What is told of an operation.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Summary and description.
    pub(super) doc: String,
    /// Of each answer, a line.
    pub(super) answers: Vec<String>,
    /// Whether it says that the operation is deprecated.
    pub(super) deprecated: bool,
}

/// Of a method of the client: what stands before `Sends …`, and the list of its answers.
pub(super) fn of_operation(doc: &str) -> Told {
    let mut told = Told::default();
    let mut description = Vec::new();
    let mut section = None;
    let mut is_before = true;
    for line in doc.lines() {
        if let Some(heading) = line.strip_prefix("# ") {
            section = Some(heading);
        }
        if line.starts_with("Sends `") && section.is_none() {
            is_before = false;
        }
        if is_before {
            description.push(line);
        } else if section == Some("Answers")
            && let Some(answer) = line.strip_prefix("- ")
        {
            told.answers.push(answer.to_owned());
        }
    }
    told.answers.sort();
    told.doc = description.join("\n").trim().to_owned();
    told.deprecated = doc
        .lines()
        .any(|line| line.contains("Deprecated by the provider."));
    told
}

/// Of a setter: what stands behind its first line, which says what it sets.
pub(super) fn of_setter(doc: &str) -> String {
    let (_, told) = doc.split_once('\n').unwrap_or_default();
    told.trim().to_owned()
}
