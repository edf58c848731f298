//! Hears whatever a process traces, logs or panics with, of every crate and at every level.

use std::fmt::{Debug, Write as _};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use super::sieve;

struct Listener;

/// Where a message comes from: the crate, without its modules.
fn channel(how: &str, target: &str) -> String {
    let origin = target.split("::").next().unwrap_or(target);
    format!("{how} of {origin}")
}

struct Fields(String);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        // In both forms: a subscriber may print either.
        let _ = write!(self.0, " {}={value:?} {value:#?}", field.name());
    }

    fn record_error(&mut self, field: &Field, value: &(dyn std::error::Error + 'static)) {
        let _ = write!(self.0, " {}={value} {value:?}", field.name());
        let mut source = value.source();
        while let Some(cause) = source {
            let _ = write!(self.0, " {cause} {cause:?}");
            source = cause.source();
        }
    }
}

fn heard(metadata: &Metadata<'_>, record: impl FnOnce(&mut Fields)) {
    let mut fields = Fields(metadata.name().to_owned());
    record(&mut fields);
    sieve::never(&channel("trace", metadata.target()), &fields.0);
}

impl Subscriber for Listener {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        heard(span.metadata(), |fields| span.record(fields));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        let mut fields = Fields(String::new());
        values.record(&mut fields);
        sieve::never("trace, recorded later", &fields.0);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        heard(event.metadata(), |fields| event.record(fields));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

impl log::Log for Listener {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        let text = format!("{} {:?}", record.args(), record.module_path());
        sieve::never(&channel("log", record.target()), &text);
    }

    fn flush(&self) {}
}

/// Listens for as long as the process lives. The usual report of a panic still goes to the standard error.
pub(crate) fn start() {
    tracing::subscriber::set_global_default(Listener).unwrap();
    log::set_logger(&Listener).unwrap();
    log::set_max_level(log::LevelFilter::Trace);
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        usual(info);
        let payload = info.payload();
        let text = payload.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| payload.downcast_ref::<&str>().copied());
        sieve::never("panics", &format!("{info} {}", text.unwrap_or("(no text)")));
    }));
}
