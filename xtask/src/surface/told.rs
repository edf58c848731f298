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

/// The paragraph of its own by which the generator says it. Behind `Sends …` it is said of parameters.
const DEPRECATED: &str = "Deprecated by the provider.";

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
        if is_before && line == DEPRECATED {
            told.deprecated = true;
        } else if is_before {
            description.push(line);
        } else if section == Some("Answers")
            && let Some(answer) = line.strip_prefix("- ")
        {
            told.answers.push(answer.to_owned());
        }
    }
    told.answers.sort();
    told.doc = of_item(description.join("\n").trim());
    told
}

/// Of a setter: what stands behind its first line, which says what it sets.
pub(super) fn of_setter(doc: &str) -> String {
    let (_, told) = doc.split_once('\n').unwrap_or_default();
    told.trim().to_owned()
}

/// Of anything else: what the generator doesn't write by itself where the spec tells nothing.
pub(super) fn of_item(doc: &str) -> String {
    let made_up = |line: &str| {
        line.starts_with("The ") && (line.ends_with("` of the API.") || line.ends_with("`."))
            || line.starts_with("The `") && line.contains("`; see [`")
            || line.starts_with("See [`")
            || line.starts_with('`') && (line.ends_with('`') || line.ends_with("`."))
            || line.contains("` on the wire")
            || matches!(
                line,
                "One of several types." | "A value that the spec does not list, as it was sent."
            )
            || line.starts_with("What the spec does")
            || line.starts_with("How the provider refuses `")
            || line.starts_with("What `") && line.ends_with("` is answered with.")
    };
    let told = doc.lines().filter(|line| !made_up(line));
    told.collect::<Vec<_>>().join("\n").trim().to_owned()
}
