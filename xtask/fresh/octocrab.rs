#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let github = octocrab::Octocrab::builder().personal_token(std::env::var("GITHUB_TOKEN")?).build()?;
    let repository = github.repos("rust-lang", "rust").get().await?;
    println!("{repository:?}");
    Ok(())
}
