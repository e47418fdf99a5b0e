using Sitrep.DataTool.Gazetteer;

if (args is ["gazetteer", .. string[] rest]) return GazetteerCommand.Run(rest);
Console.Error.WriteLine($"Usage: Sitrep.DataTool gazetteer …\n\n{GazetteerCommand.Usage}");
return args is ["--help"] or ["gazetteer", "--help"] ? 0 : 2;
