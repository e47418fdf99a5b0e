using Sitrep.DataTool.Gazetteer;
using Sitrep.DataTool.Words;

if (args is ["gazetteer", .. string[] gazetteer]) return GazetteerCommand.Run(gazetteer);
if (args is ["kin", .. string[] kin]) return WordKinCommand.Run(kin);
if (args is ["words", .. string[] words]) return WordCountsCommand.Run(words);
Console.Error.WriteLine($"Usage: Sitrep.DataTool gazetteer|words|kin …\n\n{GazetteerCommand.Usage}\n\n{WordCountsCommand.Usage}\n\n{WordKinCommand.Usage}");
return args is ["--help"] ? 0 : 2;
