//! Specs of one file per domain: one client of those that are enabled, and one message for what doesn't go together.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that can't go on says so by a panic"
)]

use std::collections::BTreeMap;

use florin_codegen::{Domain, generate_domains};
use syn::Item;

const SHARED: &str = include_str!("domains/shared.yaml");
const AUTHORIZATION: &str = include_str!("domains/authorization.yaml");
const PEOPLE: &str = include_str!("domains/people.yaml");
const ACCOUNTS: &str = include_str!("domains/accounts-v2.yaml");

/// Name without its ending, and text.
type File<'a> = (&'a str, String);

fn files() -> Vec<File<'static>> {
    vec![
        ("people", PEOPLE.into()),
        ("shared", SHARED.into()),
        ("accounts-v2", ACCOUNTS.into()),
        ("authorization", AUTHORIZATION.into()),
    ]
}

fn made(files: &[File<'_>], enabled: &[&str]) -> Result<String, String> {
    let names: Vec<_> = files
        .iter()
        .map(|(name, _)| format!("specs/bank/{name}.yaml"))
        .collect();
    let domains: Vec<_> = files
        .iter()
        .zip(&names)
        .map(|((domain, text), name)| Domain {
            name,
            text,
            enabled: ["authorization", "shared"].contains(domain) || enabled.contains(domain),
        })
        .collect();
    generate_domains("specs/bank", &domains, false)
        .map(|made| made.client)
        .map_err(|error| error.to_string())
}

fn client(enabled: &[&str]) -> String {
    made(&files(), enabled).unwrap()
}

/// Every item of the module of types, by its name.
fn types(code: &str) -> BTreeMap<String, String> {
    let file = syn::parse_file(code).unwrap();
    let module = file.items.into_iter().find_map(|item| match item {
        Item::Mod(module) if module.ident == "types" => module.content,
        _ => None,
    });
    let items = module.map(|(_, items)| items).unwrap_or_default();
    let mut types = BTreeMap::new();
    for item in items {
        let name = match &item {
            Item::Struct(item) => item.ident.to_string(),
            Item::Enum(item) => item.ident.to_string(),
            _ => continue,
        };
        let text = prettyplease::unparse(&syn::File {
            shebang: None,
            attrs: Vec::new(),
            items: vec![item],
            frontmatter: None,
        });
        types.insert(name, text);
    }
    types
}

/// What the files come to when a text in one of them is another one.
fn refusal(file: &str, text: &str, other: &str) -> String {
    let mut files = files();
    let (_, content) = files.iter_mut().find(|(name, _)| *name == file).unwrap();
    assert!(content.contains(text), "{text}");
    *content = content.replacen(text, other, 1);
    let refused = made(&files, &["people", "accounts-v2"]).unwrap_err();
    // What is wrong is wrong with any set of features.
    assert_eq!(made(&files, &[]).unwrap_err(), refused);
    refused
}

#[test]
fn one_client_has_the_operations_and_all_types_of_the_enabled_domains() {
    let nobody = client(&[]);
    assert!(nobody.contains("pub fn get_token"));
    assert!(!nobody.contains("create_person") && !nobody.contains("PersonData"));
    let people = client(&["people"]);
    assert!(people.contains("pub fn create_person") && !people.contains("get_people"));
    assert!(types(&people).contains_key("PersonNotification"));
    let both = client(&["people", "accounts-v2"]);
    assert!(both.contains("pub fn create_person") && both.contains("pub fn get_people"));
}

#[test]
fn of_the_shared_file_there_is_only_what_is_reached() {
    let names = |enabled: &[&str]| types(&client(enabled)).into_keys().collect::<Vec<_>>();
    assert_eq!(names(&[]), ["Code", "Problem", "TokenResponse"]);
    let all = names(&["people", "accounts-v2"]);
    assert!(all.contains(&"Address".to_owned()) && !all.contains(&"Nobodys".to_owned()));
}

#[test]
fn a_type_is_the_same_whichever_domains_are_enabled() {
    let all = types(&client(&["people", "accounts-v2"]));
    for enabled in [&[][..], &["people"], &["accounts-v2"]] {
        for (name, text) in types(&client(enabled)) {
            assert_eq!(all.get(&name), Some(&text), "{name} with {enabled:?}");
        }
    }
    // It is sent by one domain and read by the other.
    assert!(
        !all.contains_key("AddressStreet"),
        "a read text has no limit"
    );
}

#[test]
fn the_code_says_what_it_is_made_of_and_lists_what_enabled_domains_leave_out() {
    let people = client(&["people"]);
    assert!(people.starts_with("// Made by florin-codegen from specs/bank; not to be edited."));
    assert!(people.contains("All of the bank."));
    assert!(people.contains("Fax") && people.contains("Pets") && !people.contains("Safes"));
}

#[test]
fn the_order_of_the_files_makes_no_difference() {
    let mut other = files();
    other.reverse();
    let enabled = ["people", "accounts-v2"];
    assert_eq!(made(&other, &enabled), made(&files(), &enabled));
}

#[test]
fn a_reference_leads_to_the_own_file_or_to_a_shared_component() {
    let reference = "'shared.yaml#/components/schemas/Address'";
    for (other, message) in [
        (
            "'accounts-v2.yaml#/components/schemas/PersonSize'",
            "leads to another domain's file, which may not be enabled; move what both need to `shared.yaml`, and refer to \
             `shared.yaml#/components/…`",
        ),
        (
            "'../shared.yaml#/components/schemas/Address'",
            "leads out of the folder; put what it means into `shared.yaml`, and refer to `shared.yaml#/components/…`",
        ),
        (
            "'https://bank.example/shared.yaml#/components/schemas/Address'",
            "leads out of the folder; put what it means into `shared.yaml`, and refer to `shared.yaml#/components/…`",
        ),
        (
            "'shared.yaml'",
            "leads to a whole file; refer to one of its components, as in `shared.yaml#/components/schemas/Name`",
        ),
        (
            "'shared.yaml#/components/schemas/Adress'",
            "leads nowhere; define it there, or correct the reference",
        ),
        (
            "'#/components/schemas/Address'",
            "leads nowhere in this file; write `shared.yaml#/components/schemas/Address`, where it is",
        ),
    ] {
        let message = format!(
            "specs/bank/people.yaml: #/components/schemas/PersonData/properties/address: `$ref: {}` {message}",
            other.trim_matches('\'')
        );
        assert_eq!(refusal("people", reference, other), message);
    }
    assert_eq!(
        refusal(
            "shared",
            "'#/components/schemas/Code'",
            "'shared.yaml#/components/schemas/Code'"
        ),
        "specs/bank/shared.yaml: #/components/schemas/Problem/properties/code: `$ref: \
         shared.yaml#/components/schemas/Code` names the file that it stands in; write the part from `#` on"
    );
}

#[test]
fn two_files_have_nothing_of_the_same_name() {
    assert_eq!(
        refusal("people", "PersonNotification", "PersonSize"),
        "specs/bank/people.yaml: #/components/schemas/PersonSize: `PersonSize` stands in specs/bank/accounts-v2.yaml as \
         well; rename one of the two, or keep one, in `shared.yaml`, and refer to it there"
    );
    assert_eq!(
        refusal(
            "people",
            "operationId: create_person",
            "operationId: get_people"
        ),
        "specs/bank/people.yaml: POST /people (get_people): the `operationId` is taken by GET /people in \
         specs/bank/accounts-v2.yaml; give each operation its own"
    );
    assert_eq!(
        refusal("people", "    post:", "    get:"),
        "specs/bank/people.yaml: GET /people (create_person): specs/bank/accounts-v2.yaml has an operation of this \
         method and path as well; remove one of the two"
    );
    assert_eq!(
        refusal("people", "  /people:\n", "  /people:\n    parameters: []\n"),
        "specs/bank/people.yaml: #/paths/~1people: specs/bank/accounts-v2.yaml has this path as well, with other \
         `parameters`; write the `parameters` on each of the operations"
    );
}

#[test]
fn servers_and_security_are_the_same_in_all_files() {
    let remedy = "write the same in all files of the folder; what is another host's or takes no token says so on its own operation";
    for (text, other, key) in [
        ("https://bank.example", "https://other.example", "servers"),
        ("security: [{ bearer: [] }]", "", "security"),
    ] {
        assert_eq!(
            refusal("people", text, other),
            format!(
                "specs/bank/people.yaml: #/{key}: `{key}` isn't what specs/bank/accounts-v2.yaml says; {remedy}"
            )
        );
    }
    assert_eq!(
        refusal(
            "people",
            "$ref: 'shared.yaml#/components/securitySchemes/bearer'",
            "type: http, scheme: basic"
        ),
        "specs/bank/people.yaml: #/components/securitySchemes/bearer: `bearer` stands in specs/bank/shared.yaml as well; \
         write the same in both"
    );
}

#[test]
fn what_any_pass_refuses_is_told_of_the_file_that_it_is_in() {
    let told = |file: &str, text: &str, other: &str, message: &str| {
        assert_eq!(refusal(file, text, other), message);
    };
    told(
        "people",
        "      operationId: create_person",
        "      operationId: create_person\n      x-retry: maybe",
        "specs/bank/people.yaml: POST /people (create_person): `x-retry: maybe` is unknown; write `safe`, `keyed` or `never`",
    );
    told(
        "accounts-v2",
        "type: string, enum: [SMALL, LARGE]",
        "type: string, x-sensitive: very",
        "specs/bank/accounts-v2.yaml: #/components/schemas/PersonSize/properties/size/x-sensitive: `\"very\"` is no kind of \
         sensitivity; write `secret` or `pii`",
    );
    told(
        "shared",
        "title: Bank",
        "title: 1",
        "specs/bank/shared.yaml: #/info/title: this text is missing; write it, in quotes if it looks like a number",
    );
    told(
        "accounts-v2",
        "openapi: 3.0.3",
        "openapi: 4.0.0",
        "specs/bank/accounts-v2.yaml: #/openapi: this is OpenAPI 4.0.0; give a document of OpenAPI 3.0, 3.1 or 3.2; one of \
         another version has to be converted first, not just renumbered",
    );
    let lonely: Vec<_> = files()
        .into_iter()
        .filter(|(name, _)| *name != "shared")
        .collect();
    assert_eq!(
        made(&lonely, &[]).unwrap_err(),
        "specs/bank: there is no `shared.yaml`; write one there: its `info` says what the API is called"
    );
}
