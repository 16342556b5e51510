namespace ArcMini.Dsl;
