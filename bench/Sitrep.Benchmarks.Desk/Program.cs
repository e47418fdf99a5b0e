using Microsoft.Playwright;
using Sitrep.Benchmarks.Desk;
using Sitrep.Tests.Browser;

string root = Directory.GetCurrentDirectory();
if (!File.Exists(Path.Combine(root, "Sitrep.slnx"))) return Wrong("Run it from the root of the repository.");
if (Chromium.Path is null) return Wrong(Chromium.Missing);
string program = Path.Combine(AppContext.BaseDirectory, "sitrep.dll");
using IPlaywright playwright = await Playwright.CreateAsync();
switch (args)
{
    case ["measure"]:
        await new Measuring(playwright, program, root).RunAsync();
        return 0;
    case ["pictures", .. string[] folder]:
        await new Pictures(playwright, program, root).TakeAsync(folder is [string named] ? named : Path.Combine(root, "docs", "images"));
        return 0;
    default:
        return Wrong("measure: how fast the desk is; pictures [FOLDER]: the pictures of the documents.");
}

static int Wrong(string words)
{
    Console.Error.WriteLine(words);
    return 2;
}
