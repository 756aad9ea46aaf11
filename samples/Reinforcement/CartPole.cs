namespace Reinforcement;

/// <summary>
/// A pole that stands on a cart, hinged; pushes to the left or to the right keep it upright. The equations of Barto, Sutton and Anderson 1983, "Neuronlike adaptive
/// elements that can solve difficult learning control problems", without friction, and the constants and limits of Gymnasium's CartPole-v0 (200 steps).
/// </summary>
internal sealed class CartPole(Random random)
{
    /// <summary>Numbers of a state.</summary>
    public const int StateSize = 4;

    /// <summary>Actions: a push to the left and one to the right.</summary>
    public const int Actions = 2;

    /// <summary>Steps after which an episode ends although the pole still stands.</summary>
    public const int MostSteps = 200;

    private const double Gravity = 9.8;
    private const double MassOfPole = 0.1;
    private const double TotalMass = 1.0 + MassOfPole;

    // Half of the pole: from the hinge to its centre of mass.
    private const double Length = 0.5;
    private const double Force = 10;
    private const double Seconds = 0.02;
    private const double FarthestPosition = 2.4;
    private const double LargestAngle = 12 * Math.PI / 180;
    private const double Start = 0.05;

    private double _position;
    private double _velocity;
    private double _angle;
    private double _angularVelocity;
    private int _steps;

    /// <summary>Whether the pole has fallen, or the cart has left its track.</summary>
    public bool HasFailed => Math.Abs(_position) > FarthestPosition || Math.Abs(_angle) > LargestAngle;

    /// <summary>Whether the episode is over: failed, or all its steps done.</summary>
    public bool IsOver => HasFailed || _steps >= MostSteps;

    /// <summary>Begins an episode near the upright pole: each number is drawn evenly from [−0.05, 0.05).</summary>
    public void Reset() => Reset(Draw(), Draw(), Draw(), Draw());

    /// <summary>Begins an episode in a state of choice.</summary>
    /// <param name="position">Of the cart, in metres.</param>
    /// <param name="velocity">Of the cart, in metres per second.</param>
    /// <param name="angle">Of the pole, in radians from upright, positive to the right.</param>
    /// <param name="angularVelocity">Of the pole, in radians per second.</param>
    public void Reset(double position, double velocity, double angle, double angularVelocity) =>
        (_position, _velocity, _angle, _angularVelocity, _steps) = (position, velocity, angle, angularVelocity, 0);

    /// <summary>The state as the inputs of a network.</summary>
    /// <param name="state">Position, velocity, angle and angular velocity; overwritten.</param>
    public void Observe(Span<float> state) => (state[0], state[1], state[2], state[3]) = ((float)_position, (float)_velocity, (float)_angle, (float)_angularVelocity);

    /// <summary>Pushes for one step of 0.02 s, by Euler's method.</summary>
    /// <param name="action">0: to the left, 1: to the right.</param>
    /// <returns>The reward of the step: 1, also of the one after which the pole has fallen.</returns>
    public double Step(int action)
    {
        var (sine, cosine) = Math.SinCos(_angle);
        var push = ((action == 1 ? Force : -Force) + (MassOfPole * Length * _angularVelocity * _angularVelocity * sine)) / TotalMass;
        var angularAcceleration = ((Gravity * sine) - (cosine * push)) / (Length * ((4.0 / 3) - (MassOfPole * cosine * cosine / TotalMass)));
        var acceleration = push - (MassOfPole * Length * angularAcceleration * cosine / TotalMass);
        _position += Seconds * _velocity;
        _velocity += Seconds * acceleration;
        _angle += Seconds * _angularVelocity;
        _angularVelocity += Seconds * angularAcceleration;
        _steps++;
        return 1;
    }

    private double Draw() => Start * ((2 * random.NextDouble()) - 1);
}
