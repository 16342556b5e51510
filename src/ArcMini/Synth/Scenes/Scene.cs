namespace ArcMini.Synth.Scenes;

/// <summary>A kind of scene.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Weight">How often it is drawn, relative to the others.</param>
/// <param name="Draw">Draws one scene.</param>
/// <param name="Suits">The names of the primitives that are drawn more often for it.</param>
internal sealed record Scene(string Name, double Weight, Func<SceneStyle, Canvas> Draw, IReadOnlySet<string> Suits);
