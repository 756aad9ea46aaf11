using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Analyzers;

/// <summary>What calls of devices cannot do. NG6003: products on tensor cores of a network in double precision, for which there are no kernels. NG6004: a device in a native executable, where nothing compiles kernels.</summary>
internal static class DeviceRules
{
    public static Diagnostic? NoKernel(IInvocationOperation call, CallScene scene) =>
        call is { TargetMethod.Name: "ToGpu", Instance: { } instance }
        && scene.Network(instance.Type) is { Spec.Precision: Compiler.Precision.Double } network
        && call.Arguments.FirstOrDefault(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type.Name: "ProductPrecision" })?.Value is { ConstantValue: { HasValue: true, Value: not 0 } } products
            ? Diagnostic.Create(DeploymentDiagnostics.NoKernel, products.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(NetworkAnalyzer.Instead, "ProductPrecision.Single"), network.Type.Name, products.Syntax)
            : null;

    public static Diagnostic? NativeDevice(IInvocationOperation call, CallScene scene) =>
        (call is { TargetMethod.Name: "ToGpu", Instance: { } instance } ? scene.Network(instance.Type) is not null
            : call.TargetMethod is { ContainingType: { Name: "Context", ContainingNamespace: { Name: "ILGPU", ContainingNamespace.IsGlobalNamespace: true } }, Name: "Create" or "CreateDefault" })
        && BuildProperty.IsTrue(scene.Options, "PublishAot")
            ? Diagnostic.Create(DeploymentDiagnostics.NativeDevice, ReferencePathRule.Name(call.Syntax).GetLocation(), ReferencePathRule.Name(call.Syntax))
            : null;
}
