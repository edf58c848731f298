//! Users of the partner's panel.

use http::StatusCode;
use serde_json::Value;

use super::kind::Kind;
use super::objects::Object;
use super::world::{New, Reply, World, accepted, created, empty, ok};
use super::{listing, problem, view};
use crate::contract::Checked;

pub(super) fn call(world: &mut World, operation: &str, request: &Checked) -> Option<Reply> {
    let id = request.path("userId");
    Some(match operation {
        "create_user" => create(world, &request.body),
        "get_users" => list(world, request),
        "get_user" => world.show(Kind::User, id),
        "update_user" => world
            .change(Kind::User, id, request.body.clone())
            .map(|()| accepted()),
        "reset_user_password" => world.place(Kind::User, id).map(|_| {
            *world.password_mails.entry(id.to_owned()).or_default() += 1;
            empty(StatusCode::OK)
        }),
        "start_user_onboarding" => start(world, &request.body),
        "get_user_onboarding" => world.show(Kind::UserOnboarding, request.path("onboardingId")),
        "get_user_onboardings" => onboardings(world, request),
        _ => return None,
    })
}

fn create(world: &mut World, body: &Value) -> Reply {
    let email = &body["contact"]["email"];
    let taken = world
        .objects
        .of(Kind::User)
        .any(|user| email.is_string() && user.data["contact"]["email"] == *email);
    if taken {
        return Err(problem::wrong("/contact/email", "belongs to another user"));
    }
    let id = world.create(New::of(Kind::User, body))?;
    Ok(created(Kind::User, &id))
}

fn list(world: &World, request: &Checked) -> Reply {
    let is = |query: &str, value: &str| request.query(query).is_none_or(|wanted| wanted == value);
    let wanted =
        |user: &&Object| is("userType", user.text("type")) && is("userStatus", &user.status);
    let found = world.objects.of(Kind::User).filter(wanted);
    listing::page(world, request, found.map(view::object).collect())
}

fn start(world: &mut World, body: &Value) -> Reply {
    let id = world.create(New::of(Kind::UserOnboarding, body))?;
    Ok(created(Kind::UserOnboarding, &id))
}

fn onboardings(world: &World, request: &Checked) -> Reply {
    let user = request.query("userId").unwrap_or_default();
    world.place(Kind::User, user)?;
    let all = world.objects.of(Kind::UserOnboarding);
    let own = all.filter(|onboarding| onboarding.text("userId") == user);
    Ok(ok(&own.map(view::object).collect()))
}
