//! Who may call what: every cell of the documented table, and the rows that it leaves out, against what a client does.

use florin::core::Effect;
use florin::financeit::types::{
    LoanAccessLinkRequest, LoanStateFilter, PartnerAccessLinkRequest, VerticalName,
};
use florin::financeit::{
    Calculation, Client, Error, LoansQuery, PromoProgramsQuery, SubverticalsQuery, operations,
};
use florin_sandbox::Sandbox;
use florin_sandbox::financeit::{Denied, NewLoan, Options, User};
use florin_tests::financeit::{invite, office};

use super::{anonymous, broker, count, merchant, sandbox, sandbox_with};

/// By which token somebody calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Consent,
    Login,
    Nobody,
}

/// Each caller with what it may do: calculator, invites, loans, partners, access links.
const TABLE: [(By, User, [bool; 5]); 5] = [
    (By::Consent, User::Merchant, [true; 5]),
    (By::Consent, User::Broker, [true; 5]),
    (By::Login, User::Merchant, [true, true, true, false, false]),
    (By::Login, User::Broker, [true, true, false, false, false]),
    (
        By::Nobody,
        User::Merchant,
        [true, false, false, false, false],
    ),
];

/// Every operation that a client has, with its column.
const CALLS: [(&str, usize); 12] = [
    ("calculate_loan_options", 0),
    ("list_promo_programs", 0),
    ("list_subverticals", 0),
    ("send_direct_invite", 1),
    ("list_loans", 2),
    ("get_loan", 2),
    ("get_loan_id_by_lead_id", 2),
    ("list_partners", 3),
    ("get_partner", 3),
    ("get_partner_commission_totals", 3),
    ("create_loan_access_link", 4),
    ("create_partner_access_link", 4),
];

/// The partner and the loan that calls are about.
struct Scene {
    partner: i64,
    vertical: VerticalName,
    loan: i64,
    lead: i64,
}

fn scene(sandbox: &Sandbox, user: User) -> Scene {
    let financeit = sandbox.financeit();
    let partner = match user {
        User::Merchant => financeit.merchant_partner(),
        User::Broker => financeit.broker_partners()[0],
    };
    let lead = -17;
    let loan = financeit.add_loan(&NewLoan {
        partner_id: partner,
        lead_id: Some(lead),
        ..NewLoan::default()
    });
    Scene {
        partner,
        vertical: VerticalName::HomeImprovement,
        loan,
        lead,
    }
}

/// Makes a call with all that anybody could need for it.
async fn call(client: &Client, operation: &str, scene: &Scene) -> Result<(), Error> {
    let Scene {
        partner,
        vertical,
        loan,
        lead,
    } = *scene;
    match operation {
        "calculate_loan_options" => {
            let quote = Calculation::new(5000).vertical(vertical);
            client.calculate(&quote).await.map(drop)
        }
        "list_promo_programs" => {
            let query = PromoProgramsQuery::default()
                .vertical(vertical)
                .partner(partner);
            client.promo_programs(&query).await.map(drop)
        }
        "list_subverticals" => {
            let query = SubverticalsQuery::default()
                .vertical(vertical)
                .partner(partner);
            client.subverticals(&query).await.map(drop)
        }
        "send_direct_invite" => {
            let mut invite = invite::by_email();
            invite.partner_id = Some(partner);
            client.invite(&invite).await.map(drop)
        }
        "list_loans" => {
            let query = LoansQuery::default().state(LoanStateFilter::All);
            match client.loans(query).next().await {
                Some(first) => first.map(drop),
                None => panic!("there is a loan"),
            }
        }
        "get_loan" => client.loan(loan).read().await.map(drop),
        "get_loan_id_by_lead_id" => {
            let found = client.loan_for_lead(lead, Some(partner)).await?;
            assert_eq!(found.unwrap().id(), loan);
            Ok(())
        }
        "list_partners" => client.partners().await.map(drop),
        "get_partner" => client.partner(partner).await.map(drop),
        "get_partner_commission_totals" => client
            .commission_totals(partner, None, None)
            .await
            .map(drop),
        "create_loan_access_link" => {
            let request = LoanAccessLinkRequest::builder().loan_id(loan);
            let request = request.try_into().unwrap();
            client.loan_access_link(&request).await.map(drop)
        }
        "create_partner_access_link" => {
            let request = PartnerAccessLinkRequest::builder()
                .lead_id(lead)
                .partner_id(partner);
            let request = request.try_into().unwrap();
            client.partner_access_link(&request).await.map(drop)
        }
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn each_cell_of_the_table_is_allowed_or_refused_before_anything_is_sent() {
    let mut cells = 0;
    for (by, user, row) in TABLE {
        let sandbox = sandbox_with(Options {
            consenting: user,
            ..Options::default()
        })
        .await;
        let scene = scene(&sandbox, user);
        let client = match by {
            By::Consent => office::authorized(&sandbox, user)
                .await
                .unwrap()
                .build()
                .unwrap(),
            By::Login => office::login(&sandbox, user).unwrap().build().unwrap(),
            By::Nobody => anonymous(&sandbox),
        };
        for (operation, column) in CALLS {
            // Nothing: a client that has no token yet doesn't even ask for one.
            sandbox.financeit().clear_received();
            let cell = format!("{by:?} {user:?} {operation}");
            let outcome = call(&client, operation, &scene).await;
            let received = sandbox.financeit().received();
            if row[column] {
                outcome.unwrap_or_else(|error| panic!("{cell}: {error:#}"));
                assert_eq!(count(&sandbox, operation), 1, "{cell}");
            } else {
                let error = outcome.unwrap_err();
                assert!(
                    error.is_invalid_request() && !error.is_retryable(),
                    "{cell}: {error}"
                );
                assert_eq!(error.effect(), Effect::NotSent, "{cell}");
                assert_eq!(error.operation(), operation, "{cell}");
                let told = error.to_string();
                assert!(
                    told.contains("a token of the authorization code flow"),
                    "{cell}: {told}"
                );
                assert!(received.is_empty(), "{cell}: {received:?}");
            }
            cells += 1;
        }
    }
    assert_eq!(cells, 5 * 12);
}

#[test]
fn the_table_has_every_operation_but_the_token_call() {
    let mut known: Vec<&str> = CALLS.iter().map(|(operation, _)| *operation).collect();
    known.push("create_user_oauth_token");
    known.sort_unstable();
    let mut all: Vec<&str> = operations::ALL.iter().map(|known| known.id()).collect();
    all.sort_unstable();
    assert_eq!(known, all);
}

#[tokio::test]
async fn a_broker_s_login_is_told_about_loans_without_a_token_being_asked_for() {
    let sandbox = sandbox().await;
    let scene = scene(&sandbox, User::Broker);
    let client = broker(&sandbox);
    let mut loans = client.loans(LoansQuery::default());
    let error = loans.next().await.unwrap().unwrap_err();
    assert!(
        error
            .to_string()
            .contains("a broker's login may not read loans"),
        "{error}"
    );
    assert!(loans.next().await.is_none(), "the refusal is all there is");
    let mut pages = client.loans(LoansQuery::default()).pages();
    assert!(pages.next().await.unwrap().is_err() && pages.next().await.is_none());
    let error = client.loan(scene.loan).poller().await.unwrap_err();
    assert!(error.is_invalid_request(), "waiting ends at once: {error}");
    assert!(sandbox.financeit().received().is_empty());
}

#[tokio::test]
async fn who_is_refused_is_told_by_which_token_it_goes() {
    let sandbox = sandbox().await;
    let scene = scene(&sandbox, User::Merchant);
    for (client, operation, told) in [
        (
            anonymous(&sandbox),
            "send_direct_invite",
            "use a merchant's login",
        ),
        (anonymous(&sandbox), "get_loan", "use a merchant's login"),
        (
            merchant(&sandbox),
            "list_partners",
            "no login may read partners",
        ),
        (
            broker(&sandbox),
            "create_loan_access_link",
            "no login may make access links",
        ),
        (
            broker(&sandbox),
            "get_loan",
            "a broker's login may not read loans",
        ),
    ] {
        let error = call(&client, operation, &scene).await.unwrap_err();
        assert!(error.to_string().contains(told), "{error}");
    }
}

#[tokio::test]
async fn past_the_table_it_is_the_provider_that_refuses() {
    for denied in [Denied::Forbidden, Denied::Unauthorized] {
        let sandbox = sandbox_with(Options {
            denied,
            ..Options::default()
        })
        .await;
        let client = broker(&sandbox);
        let error = client.api().list_loans().send().await.unwrap_err();
        assert!(error.is_auth() && !error.is_transient(), "{error}");
        let asked = count(&sandbox, "list_loans");
        let expected = if denied == Denied::Forbidden { 1 } else { 2 };
        assert_eq!(asked, expected, "one more token at most");
    }
}
