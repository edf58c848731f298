//! Pages, filters and bare arrays.

use florin_sandbox::tradevest::{LastCursor, Options};
use serde_json::{Value, json};

use crate::partner::Partner;

const PATH: &str = "/entities/natural-persons";

/// The ids of a page.
fn ids(page: &Value) -> Vec<String> {
    let data = page["data"].as_array().unwrap().iter();
    data.map(|one| one["naturalPersonId"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn a_list_is_read_by_its_cursor_to_the_end() {
    for (last_cursor, ends) in [
        (LastCursor::Empty, json!({ "limit": 2, "cursor": "" })),
        (LastCursor::Absent, json!({ "limit": 2 })),
    ] {
        let options = Options {
            last_cursor,
            ..Options::default()
        };
        let partner = Partner::open(options).await;
        for _ in 0..4 {
            let _ = partner.tradevest.plant_person();
        }
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        let last = loop {
            let page = partner
                .read(&format!("{PATH}?limit=2&cursor={cursor}"))
                .await;
            seen.extend(ids(&page));
            match page["pagination"]["cursor"].as_str() {
                Some(next) if !next.is_empty() => cursor = next.to_owned(),
                _ => break page["pagination"].clone(),
            }
        };
        assert_eq!(last, ends);
        assert_eq!(seen.len(), 5);
        assert_eq!(seen[0], partner.tradevest.partner_person());
    }
}

#[tokio::test]
async fn a_page_has_twenty_unless_somebody_says_otherwise() {
    let partner = Partner::open(Options::default()).await;
    for _ in 0..20 {
        let _ = partner.tradevest.plant_person();
    }
    assert_eq!(ids(&partner.read(PATH).await).len(), 20);
    assert_eq!(partner.get(&format!("{PATH}?limit=0")).await.0, 400);
    assert_eq!(partner.get(&format!("{PATH}?cursor=nonsense")).await.0, 400);
    assert_eq!(partner.get(&format!("{PATH}?page=2")).await.0, 400);
}

#[tokio::test]
async fn filters_leave_out_what_does_not_fit() {
    let partner = Partner::open(Options::default()).await;
    let id = partner.tradevest.plant_person();
    partner.tradevest.set_status(&id, "SUSPENDED").unwrap();
    let found = partner
        .read(&format!("{PATH}?naturalPersonStatus=SUSPENDED&limit=20"))
        .await;
    assert_eq!(ids(&found), [id]);
    let customer = partner.tradevest.plant_customer();
    let found = partner
        .read("/natural-persons?role=CUSTOMER&limit=20")
        .await;
    assert_eq!(found["data"][0]["roles"][0]["roleId"], customer);
    assert_eq!(found["data"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn times_have_three_six_or_nine_digits() {
    let partner = Partner::open(Options::default()).await;
    for _ in 0..3 {
        let _ = partner.tradevest.plant_person();
    }
    let page = partner.read(PATH).await;
    let mut lengths: Vec<_> = page["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["createdOn"].as_str().unwrap().len())
        .collect();
    lengths.sort_unstable();
    lengths.dedup();
    assert_eq!(lengths, [24, 27, 30]);
}

#[tokio::test]
async fn users_are_made_listed_and_mailed() {
    let partner = Partner::open(Options::default()).await;
    let user = json!({
        "gender": "MALE",
        "firstName": "Max",
        "lastName": "Mustermann",
        "birthDay": "1970-01-01",
        "birthPlace": "Bonn",
        "birthCountry": "DE",
        "nationalities": ["DE"],
        "contact": { "email": "max@example.com" },
        "type": "ADMIN",
    });
    let id = partner.create("/users", &user).await;
    assert_eq!(
        partner.post("/users", &user).await.0,
        400,
        "the e-mail is the login"
    );
    partner.wait();
    assert_eq!(
        partner.get(&format!("/users/{id}/reset-password")).await.0,
        200
    );
    assert_eq!(partner.tradevest.password_mails(&id), 1);
    let onboarding = partner
        .create("/user-onboardings", &json!({ "userId": id }))
        .await;
    partner.wait();
    assert_eq!(partner.status(&onboarding), "APPROVED");
    let list = partner
        .read(&format!("/user-onboardings?userId={id}"))
        .await;
    assert_eq!(list.as_array().unwrap().len(), 1);
    let path = format!("/users/{id}");
    assert_eq!(
        partner
            .patch(&path, &json!({ "status": "INACTIVE" }))
            .await
            .0,
        202
    );
    partner.wait();
    let found = partner.read("/users?userStatus=INACTIVE&limit=20").await;
    assert_eq!(found["data"][0]["userId"], id);
}
