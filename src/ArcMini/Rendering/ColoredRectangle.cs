namespace ArcMini.Rendering;

/// <summary>A rectangle of a picture. Position and size are in pixels, the colour is 0-9.</summary>
internal readonly record struct ColoredRectangle(int X, int Y, int Width, int Height, byte Color);
