using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

/// <summary>The addresses of a user's spans, at most eight.</summary>
[InlineArray(Capacity)]
internal struct AddressList
{
    /// <summary>How many spans a network can take or give.</summary>
    public const int Capacity = 8;

    private nint _first;

    /// <summary>Whether any but the first is set.</summary>
    public readonly bool IsAnySet
    {
        get
        {
            nint any = 0;
            for (var i = 1; i < Capacity; i++)
            {
                any |= this[i];
            }

            return any != 0;
        }
    }
}
