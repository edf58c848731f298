//! The snapshot: a surface as text, one thing per line, in one order.
//!
//! It holds what a build or a request depends on. Of what the spec tells, it has the first line for each operation, so that a
//! reader finds the way; the rest is left to `cargo xtask diff`.
//!
//! Behind a name, `?` says that it need not be set, and `!` that it has to be, if only to nothing. Behind `=` stands what it
//! is called on the wire, or when it comes.

use std::fmt;

use super::head::{self, Head};
use super::model::{Kind, Operation, Type};
use super::{Surface, usual};

impl fmt::Display for Surface {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Made by cargo xtask surface; not to be edited.")?;
        write_head(f, &self.head)?;
        for operation in &self.operations {
            writeln!(f)?;
            write(f, operation)?;
        }
        for ty in &self.types {
            writeln!(f)?;
            write_type(f, ty)?;
        }
        if !self.findings.is_empty() {
            writeln!(f, "\nnot as the spec has it")?;
        }
        for finding in &self.findings {
            writeln!(f, "    {finding}")?;
        }
        Ok(())
    }
}

fn write_head(f: &mut fmt::Formatter<'_>, head: &Head) -> fmt::Result {
    if !(head.servers.is_empty() && head.hosts.is_empty()) {
        writeln!(f, "\nservers")?;
    }
    for server in &head.servers {
        writeln!(f, "    {server}")?;
    }
    for (name, servers) in &head.hosts {
        for server in servers {
            writeln!(f, "    {name}: {server}")?;
        }
    }
    if !(head.wants.is_empty() && head.schemes.is_empty()) {
        writeln!(f, "\nwants {}", head::said(&head.wants))?;
    }
    for (name, scheme) in &head.schemes {
        write!(f, "    {name}: {}", scheme.how)?;
        for (at, scope) in scheme.scopes.iter().enumerate() {
            write!(f, "{}{scope}", if at == 0 { ", scopes " } else { ", " })?;
        }
        writeln!(f)?;
    }
    Ok(())
}

fn write(f: &mut fmt::Formatter<'_>, operation: &Operation) -> fmt::Result {
    let Operation {
        id,
        method,
        http,
        path,
        ..
    } = operation;
    write!(f, "fn {method}: {http} {path}")?;
    if let Some(server) = &operation.server {
        write!(f, " on {server}")?;
    }
    if operation.public {
        write!(f, ", without a token")?;
    }
    if let Some(feature) = &operation.feature {
        write!(f, ", feature {feature}")?;
    }
    writeln!(f)?;
    if id != method {
        writeln!(f, "    id {id}")?;
    }
    told(f, &operation.doc)?;
    if let Some(wants) = &operation.wants {
        writeln!(f, "    wants {}", head::said(wants))?;
    }
    writeln!(f, "    retry {}", retry(operation))?;
    if operation.provenance.is_some() {
        writeln!(f, "    provenance {}", provenance(operation))?;
    }
    if let Some(header) = &operation.client_header {
        let word = if header.required {
            "required"
        } else {
            "optional"
        };
        writeln!(f, "    client header {}, {word}", header.name)?;
    }
    for fixed in &operation.fixed {
        writeln!(f, "    always {fixed}")?;
    }
    for parameter in &operation.parameters {
        let question = if parameter.required { "" } else { "?" };
        write!(
            f,
            "    {} {}{question}: {}",
            parameter.place, parameter.name, parameter.ty
        )?;
        if parameter.wire != parameter.name {
            write!(f, " = {}", parameter.wire)?;
        }
        if let Some(style) = &parameter.style {
            write!(f, ", {style}")?;
        }
        if let Some(kind) = &parameter.sensitive {
            write!(f, ", {kind}")?;
        }
        writeln!(f)?;
    }
    if let Some(body) = &operation.body {
        let question = if body.required { "" } else { "?" };
        writeln!(f, "    body{question}: {} as {}", body.ty, body.media)?;
    }
    if let Some(accepts) = &operation.accepts {
        writeln!(f, "    accepts {accepts}")?;
    }
    let empty = if operation.may_be_empty {
        ", or nothing"
    } else {
        ""
    };
    let redirect = if operation.redirects {
        ", from a redirect"
    } else {
        ""
    };
    writeln!(f, "    answer {}{empty}{redirect}", operation.success)?;
    writeln!(f, "    error {}", operation.error)
}

/// How sure the spec is, in a few words; none where it doesn't say.
pub(crate) fn provenance(operation: &Operation) -> String {
    let Some(said) = &operation.provenance else {
        return String::new();
    };
    let request = said.request.as_ref().map(|r| format!(", request {r}"));
    format!(
        "path {}{}, response {}",
        said.path,
        request.unwrap_or_default(),
        said.response
    )
}

fn told(f: &mut fmt::Formatter<'_>, doc: &str) -> fmt::Result {
    match doc.lines().next() {
        Some(line) if !line.is_empty() => writeln!(f, "    // {line}"),
        _ => Ok(()),
    }
}

/// What may be repeated, in a few words.
pub(crate) fn retry(operation: &Operation) -> String {
    let retry = &operation.retry;
    let mut text = retry.class.clone();
    if let Some(header) = &retry.key_header {
        text.push_str(&format!(", key in header {header}"));
    }
    if let Some(field) = &retry.key_field {
        text.push_str(&format!(", key in field {field}"));
    }
    if retry.replays {
        text.push_str(", answers are replayed");
    }
    if let Some(status) = &retry.in_progress {
        text.push_str(&format!(", {status} while in progress"));
    }
    text
}

fn write_type(f: &mut fmt::Formatter<'_>, ty: &Type) -> fmt::Result {
    let word = match &ty.kind {
        Kind::Struct { .. } => "struct",
        Kind::Wrapper { .. } => "wrapper",
        Kind::Text { .. } => "text",
        Kind::List {
            unlisted: Some(_), ..
        } => "open list",
        Kind::List { unlisted: None, .. } => "closed list",
        Kind::Choice {
            exhaustive: true, ..
        } => "outcome",
        Kind::Choice {
            exhaustive: false, ..
        } => "choice",
    };
    write!(f, "{word} {}", ty.name)?;
    match &ty.kind {
        Kind::Wrapper { inner } => write!(f, "({inner})")?,
        Kind::Text { limits } => write!(f, "({limits})")?,
        Kind::Choice { tag: Some(tag), .. } => write!(f, " by {tag}")?,
        _ => {}
    }
    if ty.sensitive {
        write!(f, ", hidden")?;
    }
    match (ty.sent, ty.read) {
        (true, true) => writeln!(f, ", sent and read")?,
        (true, false) => writeln!(f, ", sent")?,
        (false, true) => writeln!(f, ", read")?,
        (false, false) => writeln!(f, ", not used by an operation")?,
    }
    let usual = usual::traits(&ty.kind);
    let named = |traits: Vec<&String>| traits.into_iter().cloned().collect::<Vec<_>>().join(", ");
    let more: Vec<_> = ty.traits.difference(&usual).collect();
    if !more.is_empty() {
        writeln!(f, "    is {}", named(more))?;
    }
    let less: Vec<_> = usual.difference(&ty.traits).collect();
    if !less.is_empty() {
        writeln!(f, "    is not {}", named(less))?;
    }
    for function in &ty.functions {
        if !usual::FUNCTIONS.contains(&function.as_str()) {
            writeln!(f, "    {function}")?;
        }
    }
    write_parts(f, &ty.kind)
}

fn write_parts(f: &mut fmt::Formatter<'_>, kind: &Kind) -> fmt::Result {
    let hidden = |is: bool| if is { ", hidden" } else { "" };
    match kind {
        Kind::Struct { fields } => {
            for field in fields {
                let question = match (field.required, field.nullable) {
                    (true, false) => "",
                    // It has to be set, if only to nothing.
                    (_, true) => "!",
                    (false, false) => "?",
                };
                write!(f, "    {}{question}: {}", field.name, field.ty)?;
                match &field.wire {
                    Some(wire) if *wire != field.name => write!(f, " = {wire}")?,
                    Some(_) => {}
                    None => write!(f, " = all others")?,
                }
                writeln!(f, "{}", hidden(field.sensitive))?;
            }
        }
        Kind::List {
            values,
            unlisted,
            exhaustive,
        } => {
            for value in values {
                write!(f, "    {} = {:?}", value.name, value.wire)?;
                for also in &value.also {
                    write!(f, " | {also:?}")?;
                }
                writeln!(f)?;
            }
            if let Some(unlisted) = unlisted {
                writeln!(f, "    {unlisted}(String)")?;
            }
            if *exhaustive {
                writeln!(f, "    exhaustive")?;
            }
        }
        Kind::Choice { alternatives, .. } => {
            for alternative in alternatives {
                write!(f, "    {}", alternative.name)?;
                if !alternative.holds.is_empty() {
                    write!(f, "({})", alternative.holds.join(", "))?;
                }
                if !alternative.when.is_empty() {
                    write!(f, " = {}", alternative.when)?;
                }
                writeln!(f, "{}", hidden(alternative.sensitive))?;
            }
        }
        Kind::Wrapper { .. } | Kind::Text { .. } => {}
    }
    Ok(())
}
