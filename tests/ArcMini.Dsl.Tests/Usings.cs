
global using Xunit;
