//! MonetaGo's chapter: two lenders, one invoice. What happens, in the order in which it happens.

mod input;
mod words;

use std::io;
use std::time::Duration;

use florin::monetago::types::{ReferredDocument, RegistrationRequest};
use florin::monetago::{
    Checkpoint, Client, ClientCredentials, Environment, Fvr, Outcome, Registration,
};
use florin::poll::Pace;
use florin_sandbox::monetago::{Lender, MonetaGo};

use super::end::End;
use super::page::Page;
pub(super) use input::{file, sample};

/// How long to listen for one more event before the feed is taken to have told all.
const SILENCE: Duration = Duration::from_millis(300);

/// Plays it through and writes the transcript.
pub(super) async fn tell(
    request: &RegistrationRequest,
    registry: &MonetaGo,
    page: &mut Page<'_>,
) -> Result<(), End> {
    let first = client(registry, Lender::First)?;
    let second = client(registry, Lender::Second)?;
    page.chapter("MonetaGo")?;
    introduce(page, request)?;

    page.heading("First lender")?;
    let (registration, outcomes) = check(page, &first, request, "Registers the request.").await?;
    finance(page, &first, &outcomes).await?;

    page.heading("Second lender, with the same documents")?;
    let (_, outcomes) = check(
        page,
        &second,
        request,
        "Registers the same request, in its own name.",
    )
    .await?;
    let stopped = decide(page, &outcomes)?;

    page.heading("First lender, later")?;
    follow(page, &first, &registration).await?;
    if stopped {
        page.line(
            "\nOne document, one financing. The second lender learned of the first before it paid,",
        )?;
        page.line("and the first learned that somebody tried.")?;
    }
    Ok(())
}

fn client(registry: &MonetaGo, lender: Lender) -> Result<Client, End> {
    let lender = registry.lender(lender);
    let client = Client::builder()
        .environment(Environment::Custom {
            api: registry.api_url(),
            auth: registry.auth_url(),
        })
        .credentials(ClientCredentials::new(
            lender.client_id,
            lender.client_secret,
            lender.audience,
        ))
        .institution(lender.institution)
        .pace(
            Pace::default()
                .first(Duration::from_millis(250))
                .slowest(Duration::from_secs(1)),
        )
        .build()?;
    Ok(client)
}

fn introduce(page: &mut Page<'_>, request: &RegistrationRequest) -> io::Result<()> {
    page.line("Has this document been financed somewhere else?")?;
    page.line("")?;
    page.line(
        "Two lenders ask the same registry. It is a stand-in for MonetaGo's, and runs inside",
    )?;
    page.line("this program: no network, no account, no real data.")?;
    page.line("")?;
    page.line(
        "The rule is: check, then finance. A lender registers a request with its documents,",
    )?;
    page.line("reads what the registry found, and pays only if nobody else has paid on them.")?;
    for fvr in request
        .batch_collection
        .iter()
        .flat_map(|batch| &batch.financing_validation_request_details)
    {
        page.heading(&format!(
            "The request {}",
            fvr.submitter_data_set_identification
        ))?;
        let amount = words::money(&fvr.financing_request_amount);
        page.note(&format!(
            "{} asks for {amount}",
            fvr.financing_applicant.name
        ))?;
        for document in &fvr.referred_documents {
            page.note(&describe(document))?;
        }
    }
    Ok(())
}

fn describe(document: &ReferredDocument) -> String {
    let summary = &document.document_summary;
    let mut text = match (summary.document_type.as_str(), &summary.invoice_number) {
        ("CINV", Some(number)) => format!("on invoice {number}"),
        (kind, _) => format!(
            "on document {} ({kind})",
            document.submitter_document_reference
        ),
    };
    if let Some(date) = &summary.issue_date {
        text += &format!(" of {date}");
    }
    if let Some(total) = &summary.total_invoice_amount {
        text += &format!(" over {}", words::money(total));
    }
    if let (Some(seller), Some(buyer)) = (
        &summary.seller_identification,
        &summary.buyer_identification,
    ) {
        text += &format!(",\n     sold by {} to {}", seller.name, buyer.name);
    }
    text
}

/// Registers and waits.
async fn check(
    page: &mut Page<'_>,
    lender: &Client,
    request: &RegistrationRequest,
    step: &str,
) -> Result<(Registration, Vec<Outcome>), End> {
    // Each lender registers in its own name, whatever the file says; the client fills it in.
    let mut request = request.clone();
    request.submitting_financial_institution_identification = None;

    page.step(step)?;
    let registration = lender.register(&request).await?;
    page.note(&format!(
        "The registry has taken it in as {}.",
        words::short(registration.id())
    ))?;

    page.step("Waits while the registry compares the documents with all others.")?;
    let outcomes = registration.poll_all().await?;
    for outcome in &outcomes {
        verdict(page, outcome)?;
    }
    Ok((registration, outcomes))
}

/// Finances what is free to finance.
async fn finance(page: &mut Page<'_>, lender: &Client, outcomes: &[Outcome]) -> Result<(), End> {
    page.step("Finances what nobody else has a claim on.")?;
    let mut unique = outcomes
        .iter()
        .filter(|outcome| matches!(outcome, Outcome::Unique(_)))
        .peekable();
    if unique.peek().is_none() {
        page.note("There is nothing to finance, or the registry has done so in the same step.")?;
    }
    for outcome in unique {
        let financing = lender.finance(outcome.fvr()).await?;
        verdict(page, &financing.poller().await?)?;
    }
    Ok(())
}

/// What a lender does with what it was told: whether a second financing was stopped.
fn decide(page: &mut Page<'_>, outcomes: &[Outcome]) -> io::Result<bool> {
    page.step("Reads the report and decides.")?;
    for fvr in outcomes.iter().map(Outcome::fvr) {
        report(page, fvr)?;
    }
    let financed = outcomes
        .iter()
        .any(|outcome| matches!(outcome, Outcome::DuplicateFinanced(_)));
    page.note(if financed {
        "Decision: it does not pay. The same document would have been financed twice."
    } else {
        "Decision: a person looks at it before anybody pays."
    })?;
    Ok(financed)
}

/// Reads the feed, and the request once more.
async fn follow(
    page: &mut Page<'_>,
    lender: &Client,
    registration: &Registration,
) -> Result<(), End> {
    page.step("Reads its activity feed: all that has happened to its requests.")?;
    let mut feed = lender.activity(Checkpoint::default());
    while let Ok(event) = tokio::time::timeout(SILENCE, feed.next()).await {
        page.note(&words::event(&event?))?;
    }
    page.note(
        "(An event says where a request stands. What else is new, the request itself says.)",
    )?;
    page.step("Reads its request once more, because others may have come since.")?;
    for fvr in registration.read().await? {
        page.note(&format!(
            "{} is {}.",
            name(&fvr),
            words::status(fvr.status())
        ))?;
        report(page, &fvr)?;
    }
    Ok(())
}

fn name(fvr: &Fvr) -> &str {
    fvr.data_set_id().unwrap_or("The request")
}

fn report(page: &mut Page<'_>, fvr: &Fvr) -> io::Result<()> {
    for (at, entry) in fvr.matches().iter().enumerate() {
        page.note(&format!(
            "Report for {}, match {} of {}:",
            name(fvr),
            at + 1,
            fvr.matches().len()
        ))?;
        for (fact, value) in words::report(entry) {
            page.note(&format!("  {fact:<18} {value}"))?;
        }
    }
    Ok(())
}

fn verdict(page: &mut Page<'_>, outcome: &Outcome) -> io::Result<()> {
    let meaning = match outcome {
        Outcome::Unique(_) => {
            "Nobody has registered these documents for the same applicant. Free to finance."
        }
        Outcome::Duplicate(_) => {
            "Registered elsewhere for the same applicant, and financed by nobody yet."
        }
        Outcome::DuplicateFinanced(_) => {
            "Another lender has paid on the same document. It can't be financed again."
        }
        Outcome::Financed(_) => "From now on, whoever brings the same document is told so.",
        Outcome::Cancelled(_) => "The registration no longer counts.",
        Outcome::Failed { .. } => "The registry did not do what it was asked.",
        _ => "A status that this version doesn't know. A person looks at it.",
    };
    let name = name(outcome.fvr());
    page.note(&format!(
        "{name}: {}. {meaning}",
        outcome.word().to_uppercase()
    ))?;
    if let Outcome::Failed { errors, .. } = outcome {
        for error in errors {
            let said = error
                .title
                .as_deref()
                .or(error.detail.as_deref())
                .unwrap_or(&error.type_);
            page.note(&format!("The registry says: {said}"))?;
        }
    }
    Ok(())
}
